using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Triage.V1;

namespace SlaPlatform.Cli.Commands.Triage;

/// <summary><c>sla triage release list xtm --product cloud</c>.</summary>
internal static class ListReleasesCommand
{
    public static Command Create(CliHost host)
    {
        var policy = new Argument<string>("policy") { Description = "The policy, such as xtm." };
        var product = new Option<string?>("--product") { Description = "Only of this product.", HelpName = "name" };
        var command = new Command("list", "List the releases of a policy's products.") { policy, product };
        return command.Runs(host, async context =>
        {
            var request = new ListReleasesRequest { Parent = ShortNames.Policy("policy", context.Required(policy)), Product = context.Value(product) ?? "" };
            var answer = new ListReleasesResponse();
            do
            {
                request.PageToken = answer.NextPageToken;
                var page = await context.Platform.Triage.ListReleasesAsync(request, context.Call());
                answer.Releases.Add(page.Releases);
                answer.NextPageToken = page.NextPageToken;
            }
            while (answer.NextPageToken.Length > 0);
            context.Show(answer, () => ReleaseView.Of(answer.Releases, context.Zone ?? DateTimeZone.Utc));
        });
    }
}
