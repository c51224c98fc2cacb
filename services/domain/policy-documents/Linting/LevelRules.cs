using SlaPlatform.Engine.Policies;

namespace SlaPlatform.PolicyDocuments.Linting;

internal static class LevelRules
{
    /// <summary>Share of common words from which two definitions tell nothing apart.</summary>
    private const double Alike = 0.8;

    /// <summary>Two neighbouring levels of a plan have the same timed target.</summary>
    public static IEnumerable<(string Path, string Message)> Equal(Policy policy) =>
        from pair in Neighbours(policy)
        where pair.Graver.Commitment.IsTimed && pair.Graver.Commitment == pair.Lesser.Commitment
        select (Pace.PathOf(pair.Plan, pair.Level, pair.Lesser.Milestone), $"Level {pair.Level} of plan {pair.Plan.Id} has the target of level {pair.Level - 1}; check both.");

    /// <summary>A graver level of a plan is slower than the next lesser one.</summary>
    public static IEnumerable<(string Path, string Message)> Slower(Policy policy)
    {
        var pace = new Pace(policy);
        return from pair in Neighbours(policy)
               where pace.Timed(pair.Graver) > pace.Timed(pair.Lesser) + 1e-9
               select (Pace.PathOf(pair.Plan, pair.Level - 1, pair.Graver.Milestone), $"Level {pair.Level - 1} of plan {pair.Plan.Id} is slower than the lesser level {pair.Level}; check both.");
    }

    /// <summary>Two neighbouring levels are defined in almost the same words.</summary>
    public static IEnumerable<(string Path, string Message)> DefinitionsAlike(Policy policy)
    {
        var levels = policy.Severities.Levels;
        return from pair in levels.Zip(levels.Skip(1))
               let common = Words(pair.First).Intersect(Words(pair.Second)).Count()
               let all = Words(pair.First).Union(Words(pair.Second)).Count()
               where all > 0 && common >= Alike * all
               select ($"severities/levels/{pair.Second.Level}/definition", $"{pair.Second.Label} is defined in nearly the words of {pair.First.Label}; say what tells them apart.");
    }

    /// <summary>A plan promises nothing at a level, not even best effort.</summary>
    public static IEnumerable<(string Path, string Message)> WithoutTarget(Policy policy) =>
        from plan in policy.Plans
        from level in policy.Severities.Levels
        where !plan.Targets.TryGetValue(level.Level, out var targets) || targets.IsEmpty
        select ($"plans/{plan.Id}/targets/{level.Level}", $"Plan {plan.Id} has no target at {level.Label}; give one, best_effort at least.");

    private static IEnumerable<(Plan Plan, int Level, Target Graver, Target Lesser)> Neighbours(Policy policy) =>
        from plan in policy.Plans
        from level in policy.Severities.Levels.Skip(1)
        from milestone in Enum.GetValues<MilestoneKind>()
        let graver = plan.FindTarget(level.Level - 1, milestone)
        let lesser = plan.FindTarget(level.Level, milestone)
        where graver is not null && lesser is not null
        select (plan, level.Level, graver, lesser);

    private static HashSet<string> Words(SeverityLevel level) => level.Definition.English
        .Split([' ', ',', ';', '.', ':', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries)
        .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
