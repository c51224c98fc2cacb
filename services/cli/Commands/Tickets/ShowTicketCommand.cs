using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Cli.Commands.Tickets;

/// <summary><c>sla ticket show T-123</c>.</summary>
internal static class ShowTicketCommand
{
    public static Command Create(CliHost host)
    {
        var ticket = TicketCommand.TicketArgument();
        var all = new Option<bool>("--all") { Description = "Every occurrence of the milestones that recur, not only the current one." };
        var command = new Command("show", "Show a ticket and its milestones.") { ticket, all };
        return command.Runs(host, async context =>
        {
            var name = ShortNames.Ticket("ticket", context.Required(ticket));
            var answer = await context.Platform.Clocks.GetTicketAsync(new GetTicketRequest { Name = name }, context.Call());
            if (context.Value(all))
            {
                answer.Milestones.Clear();
                answer.Milestones.Add(await MilestonesAsync(context, name));
            }

            context.Show(answer, () => TicketView.Of(answer, answer.Milestones, TicketView.ZoneOf(answer, context.Zone)));
        });
    }

    private static async Task<List<Milestone>> MilestonesAsync(CommandContext context, string ticket)
    {
        var milestones = new List<Milestone>();
        var token = "";
        do
        {
            var page = await context.Platform.Clocks.ListMilestonesAsync(new ListMilestonesRequest { Ticket = ticket, PageToken = token }, context.Call());
            milestones.AddRange(page.Milestones);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        return milestones;
    }
}
