using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Catalog.V1;

namespace SlaPlatform.Cli.Commands.Policies;

/// <summary><c>sla policies revisions xtm</c>.</summary>
internal static class ListRevisionsCommand
{
    public static Command Create(CliHost host)
    {
        var policy = new Argument<string>("policy") { Description = "The policy, such as xtm." };
        var command = new Command("revisions", "List the revisions of a policy, the latest first.") { policy };
        return command.Runs(host, async context =>
        {
            var name = ShortNames.Policy("policy", context.Required(policy));
            var answer = new ListPolicyRevisionsResponse();
            do
            {
                var page = await context.Platform.Catalog.ListPolicyRevisionsAsync(
                    new ListPolicyRevisionsRequest { Policy = name, PageToken = answer.NextPageToken }, context.Call());
                answer.Revisions.Add(page.Revisions);
                answer.NextPageToken = page.NextPageToken;
            }
            while (answer.NextPageToken.Length > 0);
            context.Show(answer, () => RevisionView.Table(answer.Revisions, context.Zone));
        });
    }
}
