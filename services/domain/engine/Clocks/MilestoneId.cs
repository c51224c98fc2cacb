using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks;

/// <summary>Names one occurrence of a milestone of a ticket.</summary>
/// <param name="Kind">The milestone.</param>
/// <param name="Occurrence">The sequence of the fact that started it.</param>
public sealed record MilestoneId(MilestoneKind Kind, long Occurrence);
