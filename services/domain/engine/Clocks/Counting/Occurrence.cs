using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks.Counting;

/// <summary>One occurrence of a milestone, from the events alone: when it began and what ended it.</summary>
internal sealed record Occurrence
{
    public required MilestoneKind Kind { get; init; }

    /// <summary>The sequence of the fact that started it.</summary>
    public required long Sequence { get; init; }

    /// <summary>The event that started it.</summary>
    public required Instant Event { get; init; }

    /// <summary>When it was met, or null.</summary>
    public Instant? Met { get; init; }

    /// <summary>Whether the automatic acknowledgement met it.</summary>
    public bool Acknowledged { get; init; }

    /// <summary>When the ticket ended without meeting it, or null.</summary>
    public Instant? Cancelled { get; init; }

    /// <summary>The times for which its ticket was resolved or closed before it was reopened.</summary>
    public ImmutableArray<Interval> Answered { get; init; } = [];

    /// <summary>The sequence of the fact that ended it; 0 while it goes on.</summary>
    public long EndSequence { get; init; }

    /// <summary>When it ended, or null while it goes on.</summary>
    public Instant? Ended => Met ?? Cancelled;

    /// <summary>Whether its kind begins anew with each event that starts it.</summary>
    public bool Recurs => Kind is MilestoneKind.FollowUp or MilestoneKind.Update;

    /// <summary>Whether its ticket was resolved or closed at an instant.</summary>
    public bool IsAnswered(Instant instant) => Answered.Any(interval => interval.Contains(instant));
}
