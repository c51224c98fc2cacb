using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Catalog.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Policies;

/// <summary><c>sla policies diff xtm@1f2e3d4c5b6a xtm@6a5b4c3d2e1f</c>: what differs, in terms of plans and targets.</summary>
internal static class DiffRevisionsCommand
{
    public static Command Create(CliHost host)
    {
        var from = new Argument<string>("from_revision") { Description = "The earlier revision, such as xtm@1f2e3d4c5b6a; see `sla policies revisions xtm`." };
        var to = new Argument<string>("to_revision") { Description = "The later one." };
        var command = new Command("diff", "Say what differs between two revisions of a policy.") { from, to };
        return command.Runs(host, async context =>
        {
            var request = new DiffPolicyRevisionsRequest
            {
                FromRevision = ShortNames.Policy("from_revision", context.Required(from)),
                ToRevision = ShortNames.Policy("to_revision", context.Required(to)),
                Language = context.Language,
            };
            var answer = await context.Platform.Catalog.DiffPolicyRevisionsAsync(request, context.Call());
            context.Show(answer, () => answer.Changes.Count == 0
                ? Tables.Note("The two state the same.")
                : new Rows(answer.Changes.Select(change => Cell.Of(change.Summary))));
        });
    }
}
