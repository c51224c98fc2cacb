namespace SlaPlatform.Engine.Clocks.Signalling;

/// <summary>Signals by due time; those of one instant always in the same order.</summary>
internal sealed class DueOrder : IComparer<Candidate>
{
    public static DueOrder Instance { get; } = new();

    public int Compare(Candidate? x, Candidate? y)
    {
        var (left, right) = (x!, y!);
        var order = left.Due.CompareTo(right.Due);
        order = order != 0 ? order : Nullable.Compare(left.Key.Milestone, right.Key.Milestone);
        order = order != 0 ? order : left.Key.Occurrence.CompareTo(right.Key.Occurrence);
        order = order != 0 ? order : left.Key.Kind.CompareTo(right.Key.Kind);
        return order != 0 ? order : string.CompareOrdinal(left.Key.Detail, right.Key.Detail);
    }
}
