namespace SlaPlatform.Cli.Replay;

/// <summary>A ticket that the platform refused under a scenario; it is in none of the counts.</summary>
internal sealed record RefusedTicket(string Ticket, string Reason, IReadOnlyList<string> Messages);
