using System.Collections.Immutable;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Cli.Replay;

/// <summary>A ticket of the log as the clock is told it.</summary>
/// <param name="Clamped">Events that the log dates before the opening; they are told as of the opening.</param>
/// <param name="Ignored">Events that cannot be so: in the new state after the ticket was resolved or closed. They are not told.</param>
internal sealed record LogStory(TicketStory Story, ImmutableArray<LogEvent> Clamped, ImmutableArray<LogEvent> Ignored);
