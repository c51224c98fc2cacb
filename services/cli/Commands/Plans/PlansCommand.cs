using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Catalog.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Plans;

/// <summary><c>sla plans [policy]</c>: the plans that are sold.</summary>
internal static class PlansCommand
{
    public static Command Create(CliHost host)
    {
        var policy = new Argument<string?>("policy")
        {
            Description = "Only of this policy, such as xtm. Default: all.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("plans", "List the plans, compare them, show one, or the readings of a target.")
        {
            policy,
            ComparePlansCommand.Create(host),
            ShowPlanCommand.Create(host),
            CompareReadingsCommand.Create(host),
        };
        return command.Runs(host, async context =>
        {
            var parent = context.Value(policy) is { } given ? ShortNames.Policy("policy", given) : "policies/-";
            var answer = new ListPlansResponse();
            do
            {
                var page = await context.Platform.Catalog.ListPlansAsync(
                    new ListPlansRequest { Parent = parent, Language = context.Language, PageToken = answer.NextPageToken }, context.Call());
                answer.Plans.Add(page.Plans);
                answer.NextPageToken = page.NextPageToken;
            }
            while (answer.NextPageToken.Length > 0);
            context.Show(answer, () => View(answer, PlanWords.In(context.Language)));
        });
    }

    private static Table View(ListPlansResponse answer, PlanWords words)
    {
        var table = Tables.Create(null, words.Plan, words.Title, words.Targets, words.Channels);
        foreach (var plan in answer.Plans)
        {
            table.Row(ShortNames.OfPlan(plan.Name), plan.Title, plan.Timed ? words.Timed : words.NoneTimed, words.Of(plan.Channels));
        }

        return table;
    }
}
