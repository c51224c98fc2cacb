using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks.Checkpoints;

/// <summary>
/// What a ticket's record comes to as long as no fact reaches back: enough to decide, view and wake. Its size does not grow with the facts that are told in
/// order. It grows by a signal with each fact that moves or undoes one raised about what still goes on, and by a clock with each change that keeps the earlier
/// due time of a milestone that still goes on.
/// Only the fold that took it may go on from it: see <see cref="TicketClock.FoldVersionWith"/>.
/// </summary>
public sealed record TicketCheckpoint
{
    /// <summary>Facts recorded.</summary>
    public required int FactCount { get; init; }

    /// <summary>The latest record time.</summary>
    public required Instant LastRecordTime { get; init; }

    /// <summary>The latest effective time.</summary>
    public required Instant Reached { get; init; }

    /// <summary>Whether facts of that very instant may still follow: none of those at it changed what governs the milestones.</summary>
    public required bool IsOpenEnded { get; init; }

    /// <summary>The opening.</summary>
    public required RecordedFact Opening { get; init; }

    /// <summary>The fold's state.</summary>
    public required TicketCourse Course { get; init; }

    /// <summary>The occurrences that had not ended.</summary>
    public required ImmutableArray<CarriedMilestone> Carried { get; init; }

    /// <summary>Of each milestone the last occurrence that had ended.</summary>
    public required ImmutableArray<SettledMilestone> Settled { get; init; }

    /// <summary>How many occurrences ended in which state.</summary>
    public required ImmutableArray<MilestoneCount> SettledCounts { get; init; }

    /// <summary>The first of their breaches, as many as the ladder has levels; empty when it does not climb on breaches.</summary>
    public required ImmutableArray<SettledBreach> FirstBreaches { get; init; }

    /// <summary>How many rungs of ended occurrences were reached, without those of <see cref="Rungs"/>.</summary>
    public required int SettledRungs { get; init; }

    /// <summary>The rungs that stay reached and whose numbers are not called again.</summary>
    public required ImmutableArray<CarriedRung> Rungs { get; init; }

    /// <summary>The signals about what can still change.</summary>
    public required ImmutableArray<KeptSignal> Signals { get; init; }

    /// <summary>How many facts later ones made void.</summary>
    public required int VoidedFacts { get; init; }

    /// <summary>Every plan that it names; the current one last.</summary>
    public IEnumerable<PlanReference> Plans =>
        Carried.SelectMany(milestone => milestone.Clocks.Concat(milestone.Ladders)).Select(clock => clock.Plan)
            .Concat(Settled.Select(milestone => milestone.Plan))
            .Prepend(((Fact.Opened)Opening.Fact).Plan)
            .Concat(Course.Plans.Select(step => step.Value))
            .Where(plan => plan != Plan)
            .Distinct()
            .Append(Plan);

    /// <summary>The plan that it runs under.</summary>
    public PlanReference Plan => Course.Plans[^1].Value;

    /// <summary>Whether a fact recorded since goes on from the checkpoint; a record that holds another is not one since it.</summary>
    public bool Continues(RecordedFact recorded) => Continues(recorded.Fact, recorded.EffectiveTime);

    /// <summary>
    /// Whether a fact can be taken without the facts before: it does not reach back, does not change what governs the milestones, and is not the first of a
    /// kind that could start one of those that are counted already.
    /// </summary>
    internal bool Continues(Fact fact, Instant effective) =>
        (effective > Reached || (effective == Reached && IsOpenEnded && !JudgesTheInstant(fact))) && !Governs(fact) && fact switch
        {
            Fact.AgentResponded => Course.AgentSpoke,
            Fact.CustomerReplied => Course.CustomerSpoke,
            Fact.Confirmed => Course.Confirmed is not null,
            Fact.WorkaroundProvided => Course.WorkedAround is not null,
            _ => true,
        };

    /// <summary>Whether a fact changes what governs milestones that began before it.</summary>
    internal static bool Governs(Fact fact) => fact is Fact.Opened or Fact.SeverityChanged or Fact.PlanChanged or Fact.Reopened;

    internal CarriedMilestone? Find(MilestoneKind kind, long sequence) =>
        Carried.FirstOrDefault(milestone => milestone.Kind == kind && milestone.Event.Sequence == sequence);

    /// <summary>Whether what ended at the fact's very instant is judged by it, though it was told after that.</summary>
    private static bool JudgesTheInstant(Fact fact) => fact is Fact.Confirmed or Fact.Excluded or Fact.ExclusionLifted;
}
