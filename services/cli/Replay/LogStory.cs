using System.Collections.Immutable;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Cli.Replay;

/// <summary>A ticket of the log as the clock is told it.</summary>
/// <param name="Clamped">Events that the log dates before the opening; they are told as of the opening.</param>
internal sealed record LogStory(TicketStory Story, ImmutableArray<LogEvent> Clamped);
