using System.ComponentModel.DataAnnotations;

namespace SlaPlatform.Clocks.Hosting;

/// <summary>
/// How silos find out that one of them is gone; configuration section <c>Membership</c>, checked at start. With the defaults a killed silo is noticed in under 10 s.
/// One vote evicts: a silo that says nothing for longer than <see cref="ProbeTimeout"/> times <see cref="MissedProbes"/>, 4.5 s, is declared dead, exits as soon as it
/// learns that, and must be started again. While messages come from it, missed probes are excused: so busy silos do not evict each other.
/// </summary>
internal sealed class MembershipOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Membership";

    /// <summary>How long a probe waits at most, and how often one is sent at least. 0.5 s to 1 min, default 1.5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:01:00")]
    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromSeconds(1.5);

    /// <summary>After how many missed probes a silo is suspected. 2 to 10, default 3.</summary>
    [Range(2, 10)]
    public int MissedProbes { get; set; } = 3;

    /// <summary>How many silos must suspect it. 1 to 5, default 1: of two silos only one is left to vote.</summary>
    [Range(1, 5)]
    public int Votes { get; set; } = 1;

    /// <summary>How often the membership table is read and each silo's sign of life is written. 1 s to 1 min, default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan TableRefresh { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a vote counts. 10 s to 10 min, default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:10:00")]
    public TimeSpan VoteLifetime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a call waits for a ticket whose silo is being replaced, before it is refused as unavailable. 0 to 1 min, default 8 s: longer than it takes to notice.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(8);
}
