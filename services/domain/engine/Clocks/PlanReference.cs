using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks;

/// <summary>Everything that names the terms a ticket runs under, for ever.</summary>
/// <param name="RevisionHash">The content hash of the policy revision.</param>
/// <param name="Plan">The plan's id in the policy.</param>
/// <param name="Terms">What the subscription adds.</param>
public sealed record PlanReference(string RevisionHash, string Plan, ServiceTerms Terms);
