using NodaTime;

namespace SlaPlatform.Engine.Clocks.Checkpoints;

/// <summary>When a fact was true, and which.</summary>
/// <param name="Sequence">The fact's sequence.</param>
/// <param name="At">Its effective time.</param>
public sealed record Moment(long Sequence, Instant At);
