using System.Collections;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.PolicyDocuments.Linting;

internal static class ReadingRules
{
    /// <summary>Two readings replace the same part of a target by different things: chosen together, one of them would be lost.</summary>
    public static IEnumerable<(string Path, string Message)> Collide(Policy policy)
    {
        // What a patch touches is worked out once: every patch is compared with all those of other readings.
        var readings = policy.Readings.Select(reading => (reading.Id, Options: reading.Options.Select(option => (option.Name, Patches: TouchedBy(policy, option))).ToArray())).ToArray();
        return
            from later in Enumerable.Range(0, readings.Length)
            from earlier in Enumerable.Range(0, later)
            let replaced = readings[earlier].Options.SelectMany(option => option.Patches).ToArray()
            from option in readings[later].Options
            where option.Patches.Any(patch => replaced.Any(one => Overlap(one, patch)))
            select (
                $"readings/{readings[later].Id}/options/{option.Name}",
                $"Chosen together with another value of {readings[earlier].Id}, one of the two would replace what the other says; let each replace a part of its own.");
    }

    private static (TargetPatch Patch, BitArray Targets)[] TouchedBy(Policy policy, ReadingOption option)
    {
        var timed = policy.Plans.SelectMany(plan => plan.Targets.SelectMany(level =>
            level.Value.Where(target => target.Commitment.IsTimed).Select(target => (Plan: plan.Id, Level: level.Key, target.Milestone)))).ToArray();
        return [.. option.Patches.Select(patch => (patch, new BitArray([.. timed.Select(target => patch.Selects(target.Plan, target.Level, target.Milestone))])))];
    }

    private static bool Overlap((TargetPatch Patch, BitArray Targets) one, (TargetPatch Patch, BitArray Targets) other) =>
        ReplaceDifferently(one.Patch, other.Patch) && new BitArray(one.Targets).And(other.Targets).HasAnySet();

    private static bool ReplaceDifferently(TargetPatch one, TargetPatch other) =>
        Differ(one.Calendar, other.Calendar) || Differ(one.Start, other.Start) || (one.PausedBy is not null && other.PausedBy is not null && !one.PausedBy.SetEquals(other.PausedBy));

    private static bool Differ(object? one, object? other) => one is not null && other is not null && !one.Equals(other);
}
