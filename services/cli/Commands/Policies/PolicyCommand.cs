using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Catalog.V1;

namespace SlaPlatform.Cli.Commands.Policies;

/// <summary><c>sla policies</c>: the policies in force; its subcommands handle their revisions.</summary>
internal static class PolicyCommand
{
    public static Command Create(CliHost host)
    {
        var command = new Command("policies", "List the policies in force, their revisions, what differs between two; check and publish documents.")
        {
            ListRevisionsCommand.Create(host),
            DiffRevisionsCommand.Create(host),
            CheckDocumentCommand.Create(host),
            PublishPolicyCommand.Create(host),
        };
        return command.Runs(host, async context =>
        {
            var answer = new ListPoliciesResponse();
            do
            {
                var page = await context.Platform.Catalog.ListPoliciesAsync(
                    new ListPoliciesRequest { Language = context.Language, PageToken = answer.NextPageToken }, context.Call());
                answer.Policies.Add(page.Policies);
                answer.NextPageToken = page.NextPageToken;
            }
            while (answer.NextPageToken.Length > 0);
            context.Show(answer, () => RevisionView.Table(answer.Policies, context.Zone));
        });
    }

    /// <summary>The document named on the command line.</summary>
    public static Argument<FileInfo> DocumentArgument() => new("document") { Description = "A policy document: a YAML file." };

    /// <summary>Its bytes.</summary>
    public static byte[] ReadDocument(string path) => FileText.Read("document", path, "a policy document", File.ReadAllBytes);
}
