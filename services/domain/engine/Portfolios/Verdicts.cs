using System.Collections.Immutable;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Portfolios;

/// <summary>What became of a ticket's promises, each told by one state.</summary>
public static class Verdicts
{
    // What weighs most first: a promise that was missed once is not kept because it was kept before or after.
    private static readonly ImmutableArray<MilestoneState> Weight =
    [
        MilestoneState.Breached, MilestoneState.MetLate, MilestoneState.Running, MilestoneState.Paused, MilestoneState.Met,
        MilestoneState.Untimed, MilestoneState.Exempt, MilestoneState.NotStarted, MilestoneState.Cancelled,
    ];

    /// <summary>The verdict of each milestone that a ticket has: of several occurrences the worst.</summary>
    public static ImmutableSortedDictionary<MilestoneKind, MilestoneState> Of(IEnumerable<MilestoneView> milestones) => milestones
        .GroupBy(milestone => milestone.Id.Kind)
        .ToImmutableSortedDictionary(kind => kind.Key, kind => kind.Select(milestone => milestone.State).MinBy(state => Weight.IndexOf(state)));

    /// <summary>The milestones whose verdict is not the same everywhere; one that is missing somewhere is not.</summary>
    /// <param name="outcomes">The verdicts of one ticket under several terms.</param>
    public static IEnumerable<MilestoneKind> Changed(IReadOnlyCollection<ImmutableSortedDictionary<MilestoneKind, MilestoneState>> outcomes) => outcomes
        .SelectMany(outcome => outcome.Keys).Distinct().Order()
        .Where(kind => outcomes.Select(outcome => outcome.TryGetValue(kind, out var state) ? state : (MilestoneState?)null).Distinct().Skip(1).Any());
}
