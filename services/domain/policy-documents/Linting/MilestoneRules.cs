using System.Collections.Immutable;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.PolicyDocuments.Linting;

internal static class MilestoneRules
{
    /// <summary>Names of facts that are no pause: a pause named after one would never be ended by <c>resumed</c> or a reply.</summary>
    private static readonly ImmutableHashSet<string> NotPauses =
    [
        "opened", "agent_responded", "customer_replied", "resumed", "confirmed", "handed_over", "severity_changed", "plan_changed",
        "workaround_provided", "excluded", "exclusion_lifted", "resolved", "reopened", "closed", "merged",
    ];

    /// <summary>The first response may come after the resolution.</summary>
    public static IEnumerable<(string Path, string Message)> ResponseAfterResolution(Policy policy) =>
        LongerThanResolution(policy, [MilestoneKind.InitialResponse], "The first response may come after the resolution; check both.");

    /// <summary>A recurring milestone is longer than the resolution.</summary>
    public static IEnumerable<(string Path, string Message)> UpdateAfterResolution(Policy policy) =>
        LongerThanResolution(policy, [MilestoneKind.Update, MilestoneKind.FollowUp], "The silence allowed is longer than the resolution may take; check both.");

    /// <summary>The last rung is reached after the milestone is due.</summary>
    public static IEnumerable<(string Path, string Message)> LadderLonger(Policy policy)
    {
        var pace = new Pace(policy);
        return from plan in policy.Plans
               from level in plan.Escalations
               let interval = level.Value as Escalation.AtInterval
               where interval is not null
               let due = pace.Timed(plan.FindTarget(level.Key, interval.Follows))
               let top = pace.Hours(interval.Interval, interval.Calendar) * policy.Ladders[interval.Ladder].Levels.Length
               where due is null || top > due + 1e-9
               select ($"plans/{plan.Id}/targets/{level.Key}/escalation", due is null
                   ? "The ladder follows a milestone that has no due time; name another."
                   : "The last rung of the ladder is reached after its milestone is due; shorten the interval.");
    }

    /// <summary>A pause that no fact can end.</summary>
    public static IEnumerable<(string Path, string Message)> PauseWithoutEnd(Policy policy) =>
        from plan in policy.Plans
        from level in plan.Targets
        from target in level.Value
        where target.Commitment.Timing is not null
        from cause in target.Commitment.Timing!.PausedBy
        where NotPauses.Contains(cause)
        select (Pace.PathOf(plan, level.Key, target.Milestone), $"The pause {cause} is a fact that no other fact ends; name waiting_on_customer, paused or a reason of one.");

    private static IEnumerable<(string Path, string Message)> LongerThanResolution(Policy policy, MilestoneKind[] milestones, string message)
    {
        var pace = new Pace(policy);
        return from plan in policy.Plans
               from level in plan.Targets.Keys
               from milestone in milestones
               where pace.Timed(plan.FindTarget(level, milestone)) > pace.Timed(plan.FindTarget(level, MilestoneKind.Resolution)) + 1e-9
               select (Pace.PathOf(plan, level, milestone), message);
    }
}
