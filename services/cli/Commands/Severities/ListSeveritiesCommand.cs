using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Triage.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Severities;

/// <summary><c>sla severity list xtm</c>.</summary>
internal static class ListSeveritiesCommand
{
    public static Command Create(CliHost host)
    {
        var policy = new Argument<string>("policy") { Description = "The policy, such as xtm." };
        var command = new Command("list", "List the levels of a policy, gravest first.") { policy };
        return command.Runs(host, async context =>
        {
            var request = new ListSeveritiesRequest { Policy = ShortNames.Policy("policy", context.Required(policy)), Language = context.Language };
            var answer = await context.Platform.Triage.ListSeveritiesAsync(request, context.Call());
            context.Show(answer, () => View(answer));
        });
    }

    private static Table View(ListSeveritiesResponse answer)
    {
        var table = Tables.Create(null, "level", "label", "name", "definition").Right(0);
        foreach (var severity in answer.Severities)
        {
            table.Row($"{severity.Level}", severity.Label, severity.Title, severity.Definition);
        }

        return table;
    }
}
