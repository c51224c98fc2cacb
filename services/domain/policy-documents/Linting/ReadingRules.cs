using SlaPlatform.Engine.Policies;

namespace SlaPlatform.PolicyDocuments.Linting;

internal static class ReadingRules
{
    /// <summary>Two readings replace the same part of a target by different things: chosen together, one of them would be lost.</summary>
    public static IEnumerable<(string Path, string Message)> Collide(Policy policy) =>
        from second in policy.Readings.Select((reading, index) => (reading, index))
        from first in policy.Readings.Take(second.index)
        from option in second.reading.Options
        where first.Options.Any(other => other.Patches.Any(one => option.Patches.Any(patch => Overlap(policy, one, patch))))
        select (
            $"readings/{second.reading.Id}/options/{option.Name}",
            $"Chosen together with another value of {first.Id}, one of the two would replace what the other says; let each replace a part of its own.");

    private static bool Overlap(Policy policy, TargetPatch one, TargetPatch other) =>
        (Differ(one.Calendar, other.Calendar) || Differ(one.Start, other.Start) || (one.PausedBy is not null && other.PausedBy is not null && !one.PausedBy.SetEquals(other.PausedBy)))
        && policy.Plans.Any(plan => plan.Targets.Any(level => level.Value.Any(target =>
            target.Commitment.IsTimed && one.Selects(plan.Id, level.Key, target.Milestone) && other.Selects(plan.Id, level.Key, target.Milestone))));

    private static bool Differ(object? one, object? other) => one is not null && other is not null && !one.Equals(other);
}
