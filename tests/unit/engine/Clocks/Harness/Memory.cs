using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Engine.Tests.Clocks.Harness;

/// <summary>What is known of a ticket: its record, whole or since a checkpoint, as it was when the journal had a length.</summary>
internal sealed record Memory(TicketLog Log, int Length);
