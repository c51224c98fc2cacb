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
        var plan = new Argument<string>("plan") { Description = "Policy and plan, such as xtm/gold; xtm@3f2a9c01b7de/gold for a revision." };
        var command = new Command("show", "Show one plan: features, channels and targets.") { plan };
        return command.Runs(host, async context =>
        {
            var text = context.Required(plan);
            if (!text.Contains('/', StringComparison.Ordinal))
            {
                throw await OnlyAPolicyAsync(context, text);
            }

            var request = new GetPlanRequest { Name = ShortNames.Plan("plan", text), Language = context.Language };
            var answer = await context.Platform.Catalog.GetPlanAsync(request, context.Call());
            context.Show(answer, () => View(answer, PlanWords.In(context.Language)));
        });
    }

    // A policy that is not there is refused by the catalog itself.
    private static async Task<UsageException> OnlyAPolicyAsync(CommandContext context, string text)
    {
        var answer = await context.Platform.Catalog.ListPlansAsync(new ListPlansRequest { Parent = ShortNames.Policy("plan", text) }, context.Call());
        return new UsageException("plan", $"'{text}' is a policy.", $"Name one of its plans: {string.Join(", ", answer.Plans.Select(found => ShortNames.OfPlan(found.Name)))}.");
    }

    private static Rows View(Plan plan, PlanWords words)
    {
        var features = Tables.Create(words.Features, words.Feature, words.Value);
        foreach (var feature in plan.Features)
        {
            features.Row(feature.Title, feature.Value?.Display);
        }

        var targets = Tables.Create(words.Targets, words.Level, words.Milestone, words.Target, words.Pauses, words.Ladder, words.Source);
        foreach (var target in plan.Targets)
        {
            targets.Row(
                target.Label, words.Of(target.Milestone), target.Target.Summary, string.Join(", ", target.Target.Pauses),
                Ladder(target, words), target.Target.Source);
        }

        var facts = Tables.Facts(
            (words.Plan, ShortNames.OfPlan(plan.RevisionName)), (words.Title, plan.Title),
            (words.Channels, words.Of(plan.Channels)), (words.Source, plan.Source));
        return new Rows(facts, features, targets);
    }

    private static string Ladder(LevelTarget target, PlanWords words) => target.Ladder is not { } ladder
        ? ""
        : ladder.Id + (ladder.Interval is { } interval ? $" {words.Every} {AmountText.Show(interval.Amount)}" : $" {words.OnEachBreach}");
}
