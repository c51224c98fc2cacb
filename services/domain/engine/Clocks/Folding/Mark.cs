using NodaTime;

namespace SlaPlatform.Engine.Clocks.Folding;

/// <summary>An event on a ticket's timeline that starts or ends milestones.</summary>
/// <param name="At">When.</param>
/// <param name="Sequence">The sequence of the fact that made it; for an automatic closing, of the fact that began the waiting.</param>
/// <param name="Kind">What happened.</param>
internal readonly record struct Mark(Instant At, long Sequence, MarkKind Kind);
