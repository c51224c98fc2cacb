using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Clocks.Simulation;

/// <summary>A plan of a policy, found by name or written out.</summary>
/// <param name="ContentHash">Of the policy's document.</param>
/// <param name="Policy">The policy.</param>
/// <param name="PlanId">The plan's id in it.</param>
internal sealed record SourcePlan(string ContentHash, Policy Policy, string PlanId);
