namespace SlaPlatform.VirtualTime.Store;

/// <summary>A sorted set: by score, then by the member's bytes.</summary>
internal sealed class SortedMembers
{
    private readonly Dictionary<string, double> scores = new(StringComparer.Ordinal);
    private readonly SortedSet<(double Score, string Member)> order = new(Comparer<(double Score, string Member)>.Create(
        (one, other) => one.Score != other.Score ? one.Score.CompareTo(other.Score) : string.CompareOrdinal(one.Member, other.Member)));

    public int Count => scores.Count;

    public IEnumerable<(double Score, string Member)> All => order;

    public double? Score(string member) => scores.TryGetValue(member, out var score) ? score : null;

    public bool Add(string member, double score)
    {
        var isNew = !Remove(member);
        scores[member] = score;
        order.Add((score, member));
        return isNew;
    }

    public bool Remove(string member) => scores.Remove(member, out var score) && order.Remove((score, member));

    public (double Score, string Member)[] ByScore(double from, double to, bool fromExcluded = false, bool toExcluded = false) =>
    [
        .. order.GetViewBetween((from, ""), (to, "\uffff")).Where(entry => !(fromExcluded && entry.Score == from) && !(toExcluded && entry.Score == to)),
    ];

    public (double Score, string Member)[] ByRank(long from, long to)
    {
        var (first, last) = Ranks.Of(from, to, Count);
        return [.. order.Skip(first).Take(last - first + 1)];
    }

    public SortedMembers Copy()
    {
        var copy = new SortedMembers();
        foreach (var (score, member) in order)
        {
            copy.Add(member, score);
        }

        return copy;
    }
}
