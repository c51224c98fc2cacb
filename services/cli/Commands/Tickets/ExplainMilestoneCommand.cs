using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Tickets;

/// <summary><c>sla ticket explain T-123 resolution</c>: why it is due when it is.</summary>
internal static class ExplainMilestoneCommand
{
    public static Command Create(CliHost host)
    {
        var ticket = TicketCommand.TicketArgument();
        var milestone = new Argument<string>("milestone") { Description = "initial_response, follow_up, update or resolution for the current occurrence, or an id such as follow_up.7." };
        var command = new Command("explain", "Explain a due time stretch by stretch.") { ticket, milestone };
        return command.Runs(host, async context =>
        {
            var name = ShortNames.Ticket("ticket", context.Required(ticket));
            var request = new ExplainMilestoneRequest { Ticket = name, Milestone = context.Required(milestone) };
            var answer = await context.Platform.Clocks.ExplainMilestoneAsync(request, context.Call());
            var zone = context.Zone is null && !context.Json
                ? TicketView.ZoneOf(await context.Platform.Clocks.GetTicketAsync(new GetTicketRequest { Name = name }, context.Call()), null)
                : context.Zone ?? NodaTime.DateTimeZone.Utc;
            context.Show(answer, () => new Rows(
                MilestoneView.Of([answer.Milestone], zone),
                DerivationView.Of(answer.Derivation, zone, $"times in {zone.Id}")));
        });
    }
}
