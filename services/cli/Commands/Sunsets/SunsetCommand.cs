using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;

namespace SlaPlatform.Cli.Commands.Sunsets;

/// <summary><c>sla sunset</c>: features that end, and leaving for it.</summary>
internal static class SunsetCommand
{
    public static Command Create(CliHost host) => new("sunset", "Announce the end of a feature, quote what leaving for it means, and leave.")
    {
        Announce(host), List(host), QuoteCommands.Quote(host), QuoteCommands.Leave(host),
    };

    private static Command Announce(CliHost host)
    {
        var policy = new Argument<string>("policy") { Description = "The policy, such as collibra." };
        var feature = new Option<string>("--feature") { Description = "The feature that ends.", HelpName = "id", Required = true };
        var notice = new Option<string>("--notice") { Description = "Day of the written notice.", HelpName = "date", Required = true };
        var end = new Option<string?>("--end") { Description = "Last day of the sunset period. Default: the earliest that the policy allows.", HelpName = "date" };
        var equivalent = new Option<bool>("--equivalent") { Description = "An equivalent is offered: nobody may leave for it." };
        var command = new Command("announce", "Announce the end of a feature.") { policy, feature, notice, end, equivalent, GlobalOptions.RequestId };
        return command.Runs(host, async context =>
        {
            var answer = await context.Platform.Entitlements.AnnounceSunsetAsync(
                new AnnounceSunsetRequest
                {
                    Parent = ShortNames.Policy("policy", context.Required(policy)),
                    Sunset = new Sunset
                    {
                        Feature = context.Required(feature),
                        NoticeDate = DateText.Parse("--notice", context.Required(notice)),
                        EndDate = context.Value(end) is { } last ? DateText.Parse("--end", last) : null,
                        EquivalentOffered = context.Value(equivalent),
                    },
                    RequestId = context.RequestId(),
                },
                context.Call());
            context.Show(answer, () => SunsetView.Of([answer]));
        });
    }

    private static Command List(CliHost host)
    {
        var policy = new Argument<string>("policy") { Description = "The policy, such as collibra." };
        var command = new Command("list", "List the features of a policy that end.") { policy };
        return command.Runs(host, async context =>
        {
            var request = new ListSunsetsRequest { Parent = ShortNames.Policy("policy", context.Required(policy)) };
            var answer = new ListSunsetsResponse();
            do
            {
                var page = await context.Platform.Entitlements.ListSunsetsAsync(request, context.Call());
                answer.Sunsets.Add(page.Sunsets);
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);
            context.Show(answer, () => SunsetView.Of(answer.Sunsets));
        });
    }
}
