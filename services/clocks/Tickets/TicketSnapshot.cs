using SlaPlatform.Engine.Clocks.Checkpoints;

namespace SlaPlatform.Clocks.Tickets;

/// <summary>A checkpoint beside the journal that it stands for.</summary>
/// <param name="Fold">The version of the fold that took it.</param>
/// <param name="Position">How many records of the journal it stands for.</param>
/// <param name="Intake">How the ticket came in.</param>
/// <param name="Checkpoint">What they come to.</param>
internal sealed record TicketSnapshot(string Fold, int Position, Intake Intake, TicketCheckpoint Checkpoint);
