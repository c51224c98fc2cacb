using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Commands.Tickets;

/// <summary><c>sla ticket fact T-123 agent_responded</c>.</summary>
internal static class RecordFactCommand
{
    public static Command Create(CliHost host)
    {
        var ticket = TicketCommand.TicketArgument();
        var fact = new Argument<string>("fact") { Description = $"What happened: {string.Join(", ", FactText.Names)}." };
        var at = new Option<string?>("--at") { Description = "When it was true; may be late, not before the opening. Default: now.", HelpName = "time" };
        var etag = new Option<string?>("--etag") { Description = "Only if the ticket still has this etag.", HelpName = "etag" };
        var details = new FactDetailOptions();
        var command = new Command("fact", "Tell a ticket what happened.") { ticket, fact, at, etag, GlobalOptions.RequestId };
        details.AddTo(command);
        return command.Runs(host, async context =>
        {
            var name = ShortNames.Ticket("ticket", context.Required(ticket));
            var given = details.Read(context);
            var needed = await NeededTicketAsync(context, name, given, context.Value(at));
            var request = new RecordFactRequest
            {
                Ticket = name,
                Fact = FactText.Build(FactDetailOptions.Place, context.Required(fact), given, needed?.Account),
                EffectiveTime = context.Time(at, needed is null ? null : TicketView.ZoneOf(needed, null))?.ToTimestamp(),
                Etag = context.Value(etag) ?? "",
                RequestId = context.RequestId(),
            };
            var answer = await context.Platform.Clocks.RecordFactAsync(request, context.Call());
            context.Show(answer, () => TicketView.Of(answer, answer.Milestones, TicketView.ZoneOf(answer, context.Zone)));
        });
    }

    // A contact's short name needs the ticket's account, a local time its zone.
    private static async Task<Ticket?> NeededTicketAsync(CommandContext context, string name, FactDetails details, string? at)
    {
        var zoneMissing = at is not null && context.Zone is null && !IsAbsolute(at);
        return zoneMissing || details.AgreedBy is not null
            ? await context.Platform.Clocks.GetTicketAsync(new GetTicketRequest { Name = name }, context.Call())
            : null;
    }

    private static bool IsAbsolute(string time)
    {
        try
        {
            InstantText.Parse("--at", time, null, Instant.MinValue);
            return true;
        }
        catch (UsageException)
        {
            return false;
        }
    }
}
