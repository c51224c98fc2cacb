using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks;

/// <summary>How many occurrences of a milestone stand in a state.</summary>
/// <param name="Kind">The milestone.</param>
/// <param name="State">The state.</param>
/// <param name="Count">How many, at least one.</param>
public sealed record MilestoneCount(MilestoneKind Kind, MilestoneState State, int Count);
