namespace SlaPlatform.BusinessTime;

internal static class Sequences
{
    public static int HashOf<T>(IEnumerable<T> items)
    {
        var hash = new HashCode();
        foreach (var item in items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }
}
