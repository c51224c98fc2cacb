using NodaTime;

namespace SlaPlatform.Engine.Allowances;

/// <summary>What a plan grants from an instant on, by the revision of its policy that is then in force.</summary>
/// <param name="From">From when, inclusive.</param>
/// <param name="Rule">The rule, or null when the plan grants nothing.</param>
public sealed record DatedRule(Instant From, AllowanceRule? Rule);
