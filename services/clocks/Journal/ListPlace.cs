namespace SlaPlatform.Clocks.Journal;

/// <summary>A ticket's place in lists, ordered by due time, then by id as Redis orders members: by its bytes.</summary>
/// <param name="Score">See <see cref="TicketDigest.Score"/>.</param>
/// <param name="TicketId">The ticket's id.</param>
internal sealed record ListPlace(long Score, string TicketId) : IComparable<ListPlace>
{
    /// <summary>Before every ticket.</summary>
    public static ListPlace First { get; } = new(0, "");

    /// <summary>After every ticket.</summary>
    public static ListPlace Last { get; } = new(long.MaxValue, "");

    public int CompareTo(ListPlace? other) => other is null ? 1
        : Score != other.Score ? Score.CompareTo(other.Score)
        : string.CompareOrdinal(TicketId, other.TicketId);
}
