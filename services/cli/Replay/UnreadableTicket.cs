namespace SlaPlatform.Cli.Replay;

/// <summary>A ticket that is left out because one of its rows cannot be read.</summary>
/// <param name="Line">The row's line in the file, from 1.</param>
internal sealed record UnreadableTicket(string Ticket, long Line, string Why);
