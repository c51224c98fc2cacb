using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Triage;

/// <summary>Finds the levels of a policy.</summary>
public static class SeverityLevels
{
    /// <summary>The level with the given number.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="level">The number; 1 is the gravest.</param>
    /// <param name="field">The field that a violation names.</param>
    /// <returns>The level, or a violation that says which levels there are.</returns>
    public static Validated<SeverityLevel> Find(Policy policy, int level, string field)
    {
        var levels = policy.Severities.Levels;
        return policy.Severities.Find(level) is { } found
            ? Validated.Valid(found)
            : Validated.Invalid<SeverityLevel>(new Violation(
                field, $"{level} is not a level of {policy.Id}; use 1 to {levels.Length} ({levels[0].Label}..{levels[^1].Label})."));
    }
}
