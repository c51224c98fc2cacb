using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks.Checkpoints;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks.Folding;

/// <summary>A ticket's facts, folded in effective order, as they stand if nothing more is told.</summary>
internal sealed record Timeline
{
    public required PlanBook Book { get; init; }

    /// <summary>What came before, or null when all facts are folded.</summary>
    public TicketCheckpoint? Since { get; init; }

    /// <summary>The facts that hold, in effective order.</summary>
    public required ImmutableArray<RecordedFact> Told { get; init; }

    /// <summary>The changes of the ruling level and of the plan, in effective order.</summary>
    public required ImmutableArray<TermsChange> Changes { get; init; }

    public required Instant Received { get; init; }

    public required Fact.Opened Opening { get; init; }

    /// <summary>The sequence of the opening.</summary>
    public required long OpeningSequence { get; init; }

    public required ImmutableArray<Mark> Marks { get; init; }

    public required MarkTimes Times { get; init; }

    public required History<PlanTerms> Plans { get; init; }

    public required History<PlanReference> References { get; init; }

    public required History<int?> Claimed { get; init; }

    public required History<int?> Verified { get; init; }

    public required History<int> Ruling { get; init; }

    public required History<string> Lines { get; init; }

    public required History<Hold> Holds { get; init; }

    public required History<ImmutableSortedSet<string>> Exclusions { get; init; }

    public required History<Phase> Phases { get; init; }

    public required History<string?> Cause { get; init; }

    public required TicketEnds Ends { get; init; }

    public required ImmutableArray<CloseAttempt> CloseAttempts { get; init; }

    /// <summary>The facts that a later-arriving one made void, by sequence, with the reason.</summary>
    public required ImmutableSortedDictionary<long, string> Voided { get; init; }

    /// <summary>Facts as they were true; those of one instant in the order they were recorded. The opening comes first.</summary>
    public static IEnumerable<RecordedFact> EffectiveOrder(IEnumerable<RecordedFact> facts) =>
        facts.OrderBy(fact => fact.EffectiveTime).ThenBy(fact => fact.Sequence);

    /// <summary>The ticket as it stood just before a change.</summary>
    public Timeline Before(TermsChange change) => TimelineBuilder.Fold(Book, Told.Take(change.Before));

    /// <summary>The target of a milestone as it stands at an instant, or null.</summary>
    public Target? TargetAt(MilestoneKind kind, Instant instant) => Plans.At(instant).FindTarget(Ruling.At(instant), kind);

    /// <summary>The instant of the first mark of one of the kinds at or after an instant, or null.</summary>
    public Instant? First(Instant from, params ReadOnlySpan<MarkKind> kinds) => Times.First(from, kinds)?.At;

    /// <summary>The clause in force at an instant that exempts a milestone, or null.</summary>
    public string? ExclusionOf(MilestoneKind kind, Instant at)
    {
        foreach (var clause in Exclusions.At(at))
        {
            // A clause that a new plan's policy does not know goes on to exempt everything.
            if (Plans.At(at).Policy.FindExclusion(clause) is not { } exclusion || exclusion.Covers(kind))
            {
                return clause;
            }
        }

        return null;
    }

    /// <summary>Whether the ticket closes by itself at the very instant: a fact of that instant would still come first.</summary>
    public bool ClosesAt(Instant instant)
    {
        foreach (var attempt in CloseAttempts)
        {
            if (attempt.Closes && attempt.CloseTime == instant)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>When the ticket closes by itself if nothing is told after the instant, or null.</summary>
    public Instant? ClosingAhead(Instant instant)
    {
        foreach (var attempt in CloseAttempts)
        {
            if (attempt.Since <= instant && instant < attempt.CloseTime && (attempt.EndedTime is not { } ended || instant < ended))
            {
                return attempt.CloseTime;
            }
        }

        return null;
    }
}
