using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Clocks.Importing;

/// <summary>What an account was entitled to.</summary>
/// <param name="Check">The answer of the entitlement service, without what differs from one asking to the next.</param>
/// <param name="Plan">The terms; their document is in the clock's own store.</param>
internal sealed record Entitled(CheckEntitlementResponse Check, PlanReference Plan);
