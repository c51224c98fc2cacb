using StackExchange.Redis;

namespace SlaPlatform.VirtualTime.Store;

/// <summary>The client library's methods on sorted sets.</summary>
internal static class SortedSetCommands
{
    public static Func<Keyspace, object?> Of(ClientCall call)
    {
        var key = call.Key;
        switch (call.Name)
        {
            case "SortedSetLengthAsync":
                var (least, most) = (call.Number("min"), call.Number("max"));
                return keys => (long)keys.Sorted(key).ByScore(least, most).Length;
            case "SortedSetScoreAsync":
                var member = call.Text("member");
                return keys => keys.Sorted(key).Score(member);
            case "SortedSetRangeByRankAsync" or "SortedSetRangeByRankWithScoresAsync":
                var (first, last) = (call.Whole("start"), call.Whole("stop"));
                return keys => Answer(call.Answer, keys.Sorted(key).ByRank(first, last));
            case "SortedSetRangeByScoreAsync" or "SortedSetRangeByScoreWithScoresAsync":
                var (from, to, exclude, skip, take) = (call.Number("start"), call.Number("stop"), (Exclude)call["exclude"]!, (int)call.Whole("skip"), (int)call.Whole("take"));
                return keys => Answer(call.Answer, Page(keys.Sorted(key).ByScore(from, to, exclude.HasFlag(Exclude.Start), exclude.HasFlag(Exclude.Stop)), skip, take));
            default:
                throw new NotSupportedException($"The simulated Redis does not know {call.Name}; add it to {nameof(DatabaseCommands)}.");
        }
    }

    private static IEnumerable<(double Score, string Member)> Page((double Score, string Member)[] found, int skip, int take) =>
        take < 0 ? found.Skip(skip) : found.Skip(skip).Take(take);

    private static object Answer(Type answer, IEnumerable<(double Score, string Member)> found) => answer == typeof(Task<SortedSetEntry[]>)
        ? found.Select(entry => new SortedSetEntry(DatabaseCommands.Value(entry.Member), entry.Score)).ToArray()
        : found.Select(entry => DatabaseCommands.Value(entry.Member)).ToArray();
}
