using System.Collections.Immutable;
using System.Globalization;

namespace SlaPlatform.VirtualTime.Store;

/// <summary>Every event ever written to the outboxes, those that are no longer kept too.</summary>
/// <param name="All">In the order of writing.</param>
/// <param name="LastGone">Of each shard that let events go the last of them.</param>
internal sealed record WrittenEvents(ImmutableList<OutboxEvent> All, ImmutableDictionary<int, long> LastGone)
{
    public static readonly WrittenEvents None = new([], ImmutableDictionary<int, long>.Empty);

    /// <summary>With what a command writes.</summary>
    /// <param name="call">The command: ZADD, key, then scores and members.</param>
    /// <param name="again">Whether it may have been written before.</param>
    public WrittenEvents With(string[] call, bool again)
    {
        var shard = ShardKeys.ShardOf(call[1])!.Value;
        var added = call[2..].Chunk(2).Select(pair =>
            new OutboxEvent(shard, long.Parse(pair[0], CultureInfo.InvariantCulture), pair[1][(pair[1].IndexOf(':') + 1)..]));
        return this with { All = All.AddRange(added.Where(entry => !again || !All.Contains(entry))) };
    }

    /// <summary>Without what is no longer kept; it stays known.</summary>
    public WrittenEvents Without(string key, (double Score, string Member)[] going) =>
        going.Length == 0 ? this : this with { LastGone = LastGone.SetItem(ShardKeys.ShardOf(key)!.Value, (long)going[^1].Score) };
}
