namespace SlaPlatform.Contracts.ResourceNames;

/// <summary>Matches and formats names of one pattern, such as <c>policies/{policy}[@{revision}]/plans/{plan}</c>.</summary>
internal sealed class ResourcePattern(string text)
{
    private const int MostShown = 80;
    private readonly string[] _parts = text.Split('/');

    public string Text => text;

    /// <summary>The values of the variables in order, null for a revision left out; or null and what is wrong.</summary>
    public string?[]? Match(string? name, out string? error)
    {
        var values = new List<string?>();
        var given = (name ?? "").Split('/', _parts.Length + 1);
        var fits = given.Length == _parts.Length;
        for (var index = 0; fits && index < _parts.Length; index++)
        {
            fits = MatchPart(_parts[index], given[index], values);
        }

        error = fits ? null : $"'{Shown(name)}' is not of the form {text}; each id is {ResourceSegment.Rule}.";
        return fits ? [.. values] : null;
    }

    public string Format(params ReadOnlySpan<string?> values)
    {
        var next = 0;
        var formatted = new string[_parts.Length];
        for (var index = 0; index < _parts.Length; index++)
        {
            var part = _parts[index];
            formatted[index] = part[0] != '{' ? part : values[next++]!;
            if (part.Contains('@') && values[next++] is { } revision)
            {
                formatted[index] += "@" + revision;
            }
        }

        return string.Join('/', formatted);
    }

    private static bool MatchPart(string part, string given, List<string?> values)
    {
        if (part[0] != '{')
        {
            return part == given;
        }

        var at = part.Contains('@') ? given.IndexOf('@') : -1;
        var id = at < 0 ? given : given[..at];
        values.Add(id);
        if (!ResourceSegment.IsValid(id))
        {
            return false;
        }

        if (!part.Contains('@'))
        {
            return true;
        }

        var revision = at < 0 ? null : given[(at + 1)..];
        values.Add(revision);
        return revision is null ? part.Contains('[') : ResourceSegment.IsValid(revision);
    }

    private static string Shown(string? name) => name is { Length: > MostShown } ? name[..MostShown] + "..." : name ?? "";
}
