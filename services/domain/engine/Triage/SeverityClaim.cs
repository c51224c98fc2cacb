namespace SlaPlatform.Engine.Triage;

/// <summary>The level that the customer chose.</summary>
/// <param name="Level">The chosen level; 1 is the gravest.</param>
/// <param name="OverrideReason">Why it departs from the proposal, or null when none was given.</param>
public sealed record SeverityClaim(int Level, string? OverrideReason = null);
