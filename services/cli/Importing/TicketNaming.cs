using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Replay;
using SlaPlatform.Contracts.ResourceNames;

namespace SlaPlatform.Cli.Importing;

/// <summary>
/// The ids that a log's tickets get: a prefix and the log's own name, in lower case, what no id may hold replaced by <c>-</c>. The same log gives the same ids
/// each time; so a ticket that is there already is found, and an import can be run again.
/// </summary>
internal static class TicketNaming
{
    /// <returns>The id of each ticket of the log.</returns>
    /// <exception cref="UsageException">Two tickets would have one id, or a name gives none.</exception>
    public static IReadOnlyDictionary<string, string> Of(EventLog log, string prefix)
    {
        var ids = log.Tickets.ToDictionary(ticket => ticket.Id, ticket => IdOf(prefix, ticket.Id));
        return ids.GroupBy(pair => pair.Value).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new UsageException("log", $"the tickets {string.Join(" and ", twice.Select(pair => $"'{pair.Key}'"))} would both be '{twice.Key}'.", "Name the column of a unique number with --map ticket=<column>.")
            : ids;
    }

    private static string IdOf(string prefix, string name)
    {
        var id = prefix + string.Concat(name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' ? letter : '-'));
        return TicketName.TryParse($"tickets/{id}", out _, out var error)
            ? id
            : throw new UsageException("log", $"the ticket '{name}' cannot have the id '{id}': {error}", "Name the column of the ticket's number with --map ticket=<column>, or another --id-prefix.");
    }
}
