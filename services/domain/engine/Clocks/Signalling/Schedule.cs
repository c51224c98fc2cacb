using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks.Counting;
using SlaPlatform.Engine.Clocks.Folding;

namespace SlaPlatform.Engine.Clocks.Signalling;

/// <summary>Everything a ticket's facts say, now and for the time ahead if nothing more is told.</summary>
internal sealed record Schedule
{
    public required Timeline Timeline { get; init; }

    /// <summary>Every occurrence of every milestone that the plan promises something for: by kind, then by start. After a checkpoint those that had not ended before it.</summary>
    public required ImmutableArray<Progress> Milestones { get; init; }

    /// <summary>In due order.</summary>
    public required ImmutableArray<Candidate> Candidates { get; init; }

    /// <summary>Every rung of the ladder, also those that are never signalled because they were reached before the ticket was taken over.</summary>
    public required ImmutableArray<Candidate> Rungs { get; init; }

    public static Schedule Of(TicketLog log, PlanBook book) => Of(TimelineBuilder.Fold(book, log).Build());

    public static Schedule Of(Timeline timeline)
    {
        var milestones = MilestonesOf(timeline);
        var from = timeline.Opening.SignalsFrom ?? Instant.MinValue;
        ImmutableArray<Candidate> candidates = [.. CandidatesOf(timeline, milestones).DistinctBy(candidate => candidate.Key)];
        return new Schedule
        {
            Timeline = timeline,
            Milestones = milestones,
            Candidates = [.. candidates.Where(candidate => candidate.Due >= from).Order(DueOrder.Instance)],
            Rungs = [.. candidates.Where(candidate => candidate.Key.Kind == SignalKind.RungReached)],
        };
    }

    /// <summary>Every occurrence of every milestone that a timeline's plan promises something for.</summary>
    public static ImmutableArray<Progress> MilestonesOf(Timeline timeline) =>
        [.. Occurrences.Find(timeline).Select(occurrence => Progress.Of(timeline, occurrence)).OfType<Progress>()];

    /// <summary>The whole millisecond after the next due time of a signal that is not raised yet.</summary>
    public Instant? NextWake(TicketLog log)
    {
        var standing = Standing.Of(log);
        var next = Candidates.FirstOrDefault(candidate => !standing.Has(candidate.Key));
        return next is null ? null : Instant.FromUnixTimeMilliseconds(next.Due.ToUnixTimeMilliseconds() + 1);
    }

    private static IEnumerable<Candidate> CandidatesOf(Timeline timeline, ImmutableArray<Progress> milestones) =>
        milestones.SelectMany(MilestoneSignals.Of)
            .Concat(LadderSignals.Of(timeline, milestones))
            .Concat(AutoCloseSignals.Of(timeline));
}
