using SlaPlatform.Engine.Policies;

namespace SlaPlatform.PolicyDocuments.Linting;

internal static class TierRules
{
    /// <summary>A dearer plan is slower than the next cheaper one.</summary>
    public static IEnumerable<(string Path, string Message)> Slower(Policy policy)
    {
        var pace = new Pace(policy);
        var tiers = policy.Plans.Where(plan => plan.Tier is not null).OrderBy(plan => plan.Tier).ToArray();
        foreach (var (cheaper, dearer) in tiers.Zip(tiers.Skip(1)))
        {
            foreach (var level in policy.Severities.Levels)
            {
                foreach (var milestone in Enum.GetValues<MilestoneKind>())
                {
                    var less = cheaper.FindTarget(level.Level, milestone);
                    var more = dearer.FindTarget(level.Level, milestone);
                    if (less is not null && pace.Rank(more) > pace.Rank(less) + 1e-9)
                    {
                        yield return (Pace.PathOf(dearer, level.Level, milestone), $"The dearer plan {dearer.Id} is slower than {cheaper.Id} at {level.Label}; check both.");
                    }
                }
            }
        }
    }
}
