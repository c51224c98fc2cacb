using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Catalog.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Plans;

/// <summary><c>sla plans compare xtm</c>: plans side by side, as a plan page shows them.</summary>
internal static class ComparePlansCommand
{
    public static Command Create(CliHost host)
    {
        var plans = new Argument<string[]>("plans")
        {
            Description = "One policy for all its plans (xtm), or up to 20 plans (xtm/gold domo/gold).",
            Arity = ArgumentArity.OneOrMore,
        };
        var readings = new Option<string[]>("--reading") { Description = "Another reading of the source: id=value. May be repeated.", HelpName = "id=value" };
        var command = new Command("compare", "Show plans side by side.") { plans, readings };
        return command.Runs(host, async context =>
        {
            var request = new ComparePlansRequest { Language = context.Language };
            request.Plans.Add(context.Required(plans).Select(plan => ShortNames.PlanOrPolicy("plans", plan)));
            foreach (var (id, value) in Pairs.ParseAll("--reading", context.Value(readings)))
            {
                request.Readings[id] = value;
            }

            var answer = await context.Platform.Catalog.ComparePlansAsync(request, context.Call());
            context.Show(answer, () => View(answer));
        });
    }

    private static Table View(ComparePlansResponse answer)
    {
        var table = Tables.Create(null, [PlanWords.In(answer.Language).Feature, .. answer.Columns.Select(column => column.Title)]);
        foreach (var row in answer.Rows)
        {
            table.Row([row.Title, .. row.Cells.Select(cell => cell.Display)]);
        }

        return table;
    }
}
