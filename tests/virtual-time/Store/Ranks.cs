namespace SlaPlatform.VirtualTime.Store;

/// <summary>Redis' positions: both ends included, negative ones count from the end.</summary>
internal static class Ranks
{
    public static (int First, int Last) Of(long from, long to, int count) =>
        ((int)Math.Max(0, from < 0 ? count + from : from), (int)Math.Min(count - 1, to < 0 ? count + to : to));
}
