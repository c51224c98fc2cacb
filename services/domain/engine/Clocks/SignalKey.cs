using NodaTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks;

/// <summary>What makes two signals the same one.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Milestone">The milestone, or null for signals of the ticket.</param>
/// <param name="Occurrence">The sequence of the fact that started the occurrence.</param>
/// <param name="Detail">The warning's threshold or the rung's number; empty otherwise.</param>
/// <param name="DueTime">The instant it is about; null for rungs, each of which fires once whenever it is due.</param>
public sealed record SignalKey(SignalKind Kind, MilestoneKind? Milestone, long Occurrence, string Detail, Instant? DueTime);
