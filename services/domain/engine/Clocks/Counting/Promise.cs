using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks.Counting;

/// <summary>A target, the severity level that it belongs to, and the terms it is one of.</summary>
internal sealed record Promise(Target Target, int Level, PlanTerms Terms);
