using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Importing;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Cli.Commands.Imports;

/// <summary>The options that say for whom tickets are imported, and how.</summary>
internal sealed class ImportOptions
{
    private readonly Option<string> _account = new("--account") { Description = "The account, such as acme.", HelpName = "account", Required = true };
    private readonly Option<string?> _contact = new("--contact") { Description = "Who asked, such as alice.", HelpName = "contact" };
    private readonly Option<string?> _subscription = new("--subscription") { Description = "Under which subscription. Default: product and time decide.", HelpName = "subscription" };
    private readonly Option<string> _channel = new("--channel") { Description = "portal, email, phone, web, account_manager or community.", HelpName = "channel", DefaultValueFactory = _ => "portal" };
    private readonly Option<string?> _identity = new("--identity") { Description = "Who they came from on that channel: an address, a number, a login.", HelpName = "text" };
    private readonly Option<string?> _product = new("--product") { Description = "The product concerned.", HelpName = "text" };
    private readonly Option<string?> _environment = new("--environment") { Description = "production or non_production.", HelpName = "environment" };
    private readonly Option<string?> _prefix = new("--id-prefix") { Description = "Put before the log's name of each ticket to make its id.", HelpName = "text" };
    private readonly Option<string?> _from = new("--signals-from") { Description = "Nothing that was due before is signalled. Default: the time of the import.", HelpName = "time" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _account, _contact, _subscription, _channel, _identity, _product, _environment, _prefix, _from })
        {
            command.Options.Add(option);
        }
    }

    public string Prefix(CommandContext context) => context.Value(_prefix)?.ToLowerInvariant() ?? "";

    public TicketTemplate Read(CommandContext context)
    {
        var owner = ShortNames.Account("--account", context.Required(_account));
        return new TicketTemplate(
            new OpenTicketRequest
            {
                Account = owner,
                Contact = context.Value(_contact) is { } asker ? ShortNames.Contact("--contact", asker, owner) : "",
                Subscription = context.Value(_subscription) is { } bought ? ShortNames.Subscription("--subscription", bought, owner) : "",
                Channel = EnumWords.Parse<Channel>("--channel", context.Required(_channel)),
                ChannelIdentity = context.Value(_identity) ?? "",
                Product = context.Value(_product) ?? "",
                Environment = context.Value(_environment) is { } where ? EnumWords.Parse<DeploymentEnvironment>("--environment", where) : DeploymentEnvironment.Unspecified,
            },
            context.Time(_from)?.ToTimestamp());
    }
}
