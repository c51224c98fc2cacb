using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;

namespace SlaPlatform.Cli.Commands.Sunsets;

/// <summary><c>sla sunset quote acme/main collibra/{sunset} --fees "36000 EUR"</c>, and <c>leave</c> with the same words.</summary>
internal static class QuoteCommands
{
    public static Command Quote(CliHost host)
    {
        var asked = new Asked();
        var command = new Command("quote", "Say what leaving for a sunset would mean.");
        asked.AddTo(command);
        return command.Runs(host, async context =>
        {
            var answer = await context.Platform.Entitlements.QuoteTerminationAsync(asked.Read(context), context.Call());
            context.Show(answer, () => SunsetView.Of(answer));
        });
    }

    public static Command Leave(CliHost host)
    {
        var asked = new Asked();
        var etag = new Option<string?>("--etag") { Description = "Only if the subscription still has this etag. Default: the one it has now.", HelpName = "etag" };
        var command = new Command("leave", "Leave for a sunset, as quoted.") { etag, GlobalOptions.RequestId };
        asked.AddTo(command);
        return command.Runs(host, async context =>
        {
            var quote = asked.Read(context);
            var answer = await context.Platform.Entitlements.TerminateForSunsetAsync(
                new TerminateForSunsetRequest
                {
                    Quote = quote,
                    Etag = context.Value(etag)
                        ?? (await context.Platform.Entitlements.GetSubscriptionAsync(new GetSubscriptionRequest { Name = quote.Subscription }, context.Call())).Etag,
                    RequestId = context.RequestId(),
                },
                context.Call());
            context.Show(answer, () => SunsetView.Of(answer));
        });
    }

    private sealed class Asked
    {
        private readonly Argument<string> _subscription = new("subscription") { Description = "Account and subscription, such as acme/main." };
        private readonly Argument<string> _sunset = new("sunset") { Description = "Policy and sunset as listed, such as collibra/{sunset}." };
        private readonly Option<string> _fees = new("--fees") { Description = "Prepaid fees of what would end, for the whole term.", HelpName = "\"1200.50 EUR\"", Required = true };
        private readonly Option<string?> _notice = new("--notice") { Description = "Day of the account's notice. Default: today.", HelpName = "date" };
        private readonly Option<string?> _effect = new("--effect") { Description = "Day of effect, the last paid one. Default: the earliest.", HelpName = "date" };
        private readonly Option<bool> _whole = new("--whole-agreement") { Description = "The vendor ends the whole agreement." };

        public void AddTo(Command command)
        {
            command.Arguments.Add(_subscription);
            command.Arguments.Add(_sunset);
            command.Options.Add(_fees);
            command.Options.Add(_notice);
            command.Options.Add(_effect);
            command.Options.Add(_whole);
        }

        public QuoteTerminationRequest Read(CommandContext context) => new()
        {
            Subscription = ShortNames.Subscription("subscription", context.Required(_subscription), null),
            Sunset = ShortNames.Sunset("sunset", context.Required(_sunset)),
            PrepaidFees = MoneyText.Parse("--fees", context.Required(_fees)),
            NoticeDate = context.Value(_notice) is { } notice ? DateText.Parse("--notice", notice) : null,
            EffectDate = context.Value(_effect) is { } effect ? DateText.Parse("--effect", effect) : null,
            WholeAgreement = context.Value(_whole),
        };
    }
}
