using System.CommandLine;
using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Commands.Tickets;

/// <summary><c>sla ticket</c>: tickets and their clocks.</summary>
internal static class TicketCommand
{
    public static Command Create(CliHost host) => new("ticket", "Open tickets, tell them facts, show and explain their clocks.")
    {
        OpenTicketCommand.Create(host),
        RecordFactCommand.Create(host),
        ShowTicketCommand.Create(host),
        ExplainMilestoneCommand.Create(host),
        ListTicketsCommand.Create(host),
        TicketHistoryCommand.Create(host),
        TicketSeveritiesCommand.Create(host),
    };

    public static Argument<string> TicketArgument() => new("ticket") { Description = "The ticket, such as T-123." };
}
