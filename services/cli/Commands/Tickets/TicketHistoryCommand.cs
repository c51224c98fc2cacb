using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Cli.Commands.Tickets;

/// <summary><c>sla ticket history T-123</c>: the facts and signals as they were recorded.</summary>
internal static class TicketHistoryCommand
{
    public static Command Create(CliHost host)
    {
        var ticket = TicketCommand.TicketArgument();
        var command = new Command("history", "List the facts and signals of a ticket.") { ticket };
        return command.Runs(host, async context =>
        {
            var name = ShortNames.Ticket("ticket", context.Required(ticket));
            var answer = new ListTicketHistoryResponse();
            do
            {
                var page = await context.Platform.Clocks.ListTicketHistoryAsync(new ListTicketHistoryRequest { Ticket = name, PageToken = answer.NextPageToken }, context.Call());
                answer.Entries.Add(page.Entries);
                answer.NextPageToken = page.NextPageToken;
            }
            while (answer.NextPageToken.Length > 0);
            context.Show(answer, () => HistoryView.Of(answer.Entries, context.Zone ?? Zone(answer)));
        });
    }

    private static DateTimeZone Zone(ListTicketHistoryResponse answer) => ZoneText.OrUtc(answer.Entries.FirstOrDefault()?.Fact?.Opened?.Terms?.TimeZone);
}
