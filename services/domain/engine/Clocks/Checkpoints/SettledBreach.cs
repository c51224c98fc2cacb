using NodaTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks.Checkpoints;

/// <summary>A breach of an occurrence that ended; a ladder climbs a rung for each of the first.</summary>
/// <param name="At">The due time that passed.</param>
/// <param name="Kind">The milestone.</param>
/// <param name="Occurrence">The sequence of the fact that started the occurrence.</param>
public sealed record SettledBreach(Instant At, MilestoneKind Kind, long Occurrence);
