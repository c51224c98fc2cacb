namespace SlaPlatform.Clocks.Journal;

/// <summary>How tickets are spread.</summary>
internal static class Shards
{
    /// <summary>The number of shards; stored, and never changed for a given Redis.</summary>
    public const int Count = 64;

    private const uint Basis = 2_166_136_261;
    private const uint Prime = 16_777_619;

    /// <summary>All shards.</summary>
    public static IEnumerable<int> All => Enumerable.Range(0, Count);

    /// <summary>The shard of a ticket: FNV-1a (32 bits) of the UTF-8 id, modulo <see cref="Count"/>. The same on every machine, for ever.</summary>
    public static int Of(string ticketId)
    {
        var hash = Basis;
        foreach (var letter in System.Text.Encoding.UTF8.GetBytes(ticketId))
        {
            hash = unchecked((hash ^ letter) * Prime);
        }

        return (int)(hash % Count);
    }
}
