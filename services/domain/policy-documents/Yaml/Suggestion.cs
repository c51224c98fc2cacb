namespace SlaPlatform.PolicyDocuments.Yaml;

/// <summary>Finds what a writer may have meant.</summary>
internal static class Suggestion
{
    /// <summary>A closing clause for a message: the nearest known word, or else all of them.</summary>
    public static string For(string given, IEnumerable<string> known)
    {
        var words = known.Order(StringComparer.Ordinal).ToArray();
        if (words.Length == 0)
        {
            return "none is defined";
        }

        var nearest = words.MinBy(word => Distance(given, word))!;
        return Distance(given, nearest) <= Math.Min(nearest.Length - 1, Math.Max(2, nearest.Length / 3))
            ? $"did you mean {nearest}?"
            : $"use one of {string.Join(", ", words.Take(20))}.";
    }

    private static int Distance(string one, string two)
    {
        if (one.Length > 100)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, two.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= two.Length; j++)
            {
                var substituted = diagonal + (char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(two[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[two.Length];
    }
}
