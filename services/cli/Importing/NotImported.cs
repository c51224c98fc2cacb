namespace SlaPlatform.Cli.Importing;

/// <summary>A ticket that is not on the platform after an import.</summary>
/// <param name="Ticket">The log's name of it.</param>
/// <param name="Reason">The contracts' reason; empty when there is none.</param>
/// <param name="Messages">What is wrong.</param>
internal sealed record NotImported(string Ticket, string Reason, IReadOnlyList<string> Messages);
