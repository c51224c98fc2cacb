using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Cli.Commands.Tickets;

/// <summary><c>sla ticket open --account acme --contact alice --level 1</c>.</summary>
internal static class OpenTicketCommand
{
    public static Command Create(CliHost host)
    {
        var id = new Option<string?>("--id") { Description = "The id wanted, such as T-123. Default: one derived from the request id.", HelpName = "id" };
        var account = new Option<string>("--account") { Description = "The account, such as acme.", HelpName = "account", Required = true };
        var contact = new Option<string?>("--contact") { Description = "Who asks, such as alice.", HelpName = "contact" };
        var subscription = new Option<string?>("--subscription") { Description = "Under which subscription. Default: product and time decide.", HelpName = "subscription" };
        var channel = new Option<string>("--channel") { Description = "portal, email, phone, web, account_manager or community.", HelpName = "channel", DefaultValueFactory = _ => "portal" };
        var identity = new Option<string?>("--identity") { Description = "Who it came from on that channel: an address, a number, a login.", HelpName = "text" };
        var product = new Option<string?>("--product") { Description = "The product concerned.", HelpName = "text" };
        var environment = new Option<string?>("--environment") { Description = "production or non_production.", HelpName = "environment" };
        var report = new Option<string[]>("--report") { Description = "What the reporter says: field=value, such as availability=down. May be repeated.", HelpName = "field=value" };
        var level = new Option<int?>("--level") { Description = "The level, taken as claimed and verified.", HelpName = "level" };
        var claimed = new Option<int?>("--claimed-level") { Description = "The level the customer claims.", HelpName = "level" };
        var reason = new Option<string?>("--reason") { Description = "Why the level differs from what the policy's rules propose.", HelpName = "text" };
        var at = new Option<string?>("--at") { Description = "When it was received. Default: now.", HelpName = "time" };
        var reference = new Option<string?>("--reference") { Description = "Your own number of the ticket.", HelpName = "text" };
        var command = new Command("open", "Open a ticket.")
        {
            id, account, contact, subscription, channel, identity, product, environment, report, level, claimed, reason, at, reference, GlobalOptions.RequestId,
        };
        return command.Runs(host, async context =>
        {
            var owner = ShortNames.Account("--account", context.Required(account));
            var request = new OpenTicketRequest
            {
                TicketId = context.Value(id) is { } wanted ? ShortNames.Last(ShortNames.Ticket("--id", wanted)) : "",
                Account = owner,
                Contact = context.Value(contact) is { } asker ? ShortNames.Contact("--contact", asker, owner) : "",
                Subscription = context.Value(subscription) is { } bought ? ShortNames.Subscription("--subscription", bought, owner) : "",
                Channel = EnumWords.Parse<Channel>("--channel", context.Required(channel)),
                ChannelIdentity = context.Value(identity) ?? "",
                Product = context.Value(product) ?? "",
                Environment = context.Value(environment) is { } where ? EnumWords.Parse<DeploymentEnvironment>("--environment", where) : DeploymentEnvironment.Unspecified,
                Report = ReportText.Build("--report", context.Value(report), context.Zone, context.Now),
                OverrideReason = context.Value(reason) ?? "",
                EffectiveTime = context.Time(at)?.ToTimestamp(),
                Reference = context.Value(reference) ?? "",
                RequestId = context.RequestId(),
            };
            switch (context.Value(level), context.Value(claimed))
            {
                case ({ }, { }):
                    throw new UsageException("--level", "a ticket opens with one level.", "Give --level for both severities, or --claimed-level for the customer's alone.");
                case ({ } both, null):
                    request.Level = both;
                    break;
                case (null, { } claim):
                    request.ClaimedLevel = claim;
                    break;
            }

            var ticket = await context.Platform.Clocks.OpenTicketAsync(request, context.Call());
            context.Show(ticket, () => TicketView.Of(ticket, ticket.Milestones, TicketView.ZoneOf(ticket, context.Zone)));
        });
    }
}
