using System.ComponentModel.DataAnnotations;

namespace SlaPlatform.Clocks.Watching;

/// <summary>Watching; configuration section <c>Watching</c>, checked at start.</summary>
internal sealed class WatchOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Watching";

    /// <summary>How many events that a watcher wants wait for it before it is told to resume. 1,000 to 1,000,000, default 10,000; hundreds may come at once.</summary>
    [Range(1_000, 1_000_000)]
    public int MostWaiting { get; set; } = 10_000;

    /// <summary>How many watches a silo serves at once; more are refused. 1 to 100,000, default 2,000: together with <see cref="MostWaiting"/> it bounds what waits.</summary>
    [Range(1, 100_000)]
    public int MostWatches { get; set; } = 2_000;

    /// <summary>After how long without an event a heartbeat is sent. 0.1 s to 14 s, default 10 s; the contract promises 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:14")]
    public TimeSpan HeartbeatAfter { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>After how long a watch ends whose client takes nothing of what is sent to it. 1 s to 10 min, default 30 s; it resumes from its last token.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan StalledAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often every shard is looked at, in case an announcement was lost. 0.1 s to 10 s, default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:10")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a watch that begins before this host has read the journal waits for that. 0.1 s to 30 s, default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:30")]
    public TimeSpan StartWithin { get; set; } = TimeSpan.FromSeconds(5);
}
