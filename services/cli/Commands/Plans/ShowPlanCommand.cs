using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Catalog.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Plans;

/// <summary><c>sla plans show xtm/gold</c>: one plan with its features and targets.</summary>
internal static class ShowPlanCommand
{
    public static Command Create(CliHost host)
    {
        var plan = new Argument<string>("plan") { Description = "Policy and plan, such as xtm/gold; xtm@1.1/gold for a revision." };
        var command = new Command("show", "Show one plan: features, channels and targets.") { plan };
        return command.Runs(host, async context =>
        {
            var request = new GetPlanRequest { Name = ShortNames.Plan("plan", context.Required(plan)), Language = context.Language };
            var answer = await context.Platform.Catalog.GetPlanAsync(request, context.Call());
            context.Show(answer, () => View(answer));
        });
    }

    private static Rows View(Plan plan)
    {
        var features = Tables.Create("features", "feature", "value");
        foreach (var feature in plan.Features)
        {
            features.Row(feature.Title, feature.Value?.Display);
        }

        var targets = Tables.Create("targets", "level", "milestone", "target", "pauses", "ladder", "source");
        foreach (var target in plan.Targets)
        {
            targets.Row(
                target.Label, EnumWords.Show(target.Milestone), target.Target.Summary, string.Join(", ", target.Target.Pauses),
                Ladder(target), target.Target.Source);
        }

        var facts = Tables.Facts(
            ("plan", ShortNames.OfPlan(plan.RevisionName)), ("title", plan.Title),
            ("channels", string.Join(", ", plan.Channels.Select(EnumWords.Show))), ("source", plan.Source));
        return new Rows(facts, features, targets);
    }

    private static string Ladder(LevelTarget target) => target.Ladder is not { } ladder
        ? ""
        : ladder.Id + (ladder.Interval is { } interval ? $" every {AmountText.Show(interval.Amount)}" : " on each breach");
}
