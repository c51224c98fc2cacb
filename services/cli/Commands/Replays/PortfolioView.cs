using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SlaPlatform.Cli.Commands.Replays;

/// <summary>A portfolio's replay for people: attainment, what differs between the plans, credits, what was refused.</summary>
internal static class PortfolioView
{
    private const int MostChanges = 50;

    // What the contract calls the course that the tickets took.
    private const string Recorded = "recorded";

    public static IRenderable Of(IReadOnlyList<string> labels, IReadOnlyList<ChangedVerdict> changed, ReplayReport report) => report.TicketCount == 0
        ? Tables.Note("The account has no tickets that were opened then.")
        : new Rows([
            Tables.Facts(("tickets", $"{report.TicketCount}"), ("promises that differ", $"{changed.Count}")),
            Attainments(report.Attainments),
            Tables.Note("attained = met / (met + late + breached). Nothing else is in the denominator."),
            .. Changes(report.Attainments.Any(part => part.Scenario == Recorded) ? [Recorded, .. labels] : labels, changed),
            .. report.Credits.OrderBy(credit => credit.Key, StringComparer.Ordinal).Select(credit => Tables.Note($"{credit.Key}: availability credits of {MoneyText.Show(credit.Value)}.")),
            .. report.Refusals.Select(refusal => Cell.Of($"{refusal.Scenario}: {ShortNames.Last(refusal.Ticket)} refused and in none of the counts: {string.Join(' ', refusal.Messages)}", Color.Yellow)),
        ]);

    private static Table Attainments(IEnumerable<Attainment> attainments)
    {
        var table = Tables.Create("attainment", "plan", "level", "milestone", "attained", "met", "late", "breached", "open", "paused", "exempt", "untimed", "cancelled")
            .Right(3, 4, 5, 6, 7, 8, 9, 10, 11);
        foreach (var part in attainments)
        {
            table.Row(
                part.Scenario, $"{part.Level}", EnumWords.Show(part.Milestone), part.AttainedPercent.Length == 0 ? "-" : $"{part.AttainedPercent} %", $"{part.Met}", $"{part.MetLate}",
                $"{part.Breached}", $"{part.Open}", $"{part.Paused}", $"{part.Exempt}", $"{part.Untimed}", $"{part.Cancelled}");
        }

        return table;
    }

    private static IEnumerable<IRenderable> Changes(IReadOnlyList<string> labels, IReadOnlyList<ChangedVerdict> changed)
    {
        if (changed.Count == 0)
        {
            yield break;
        }

        var table = Tables.Create("what differs", ["ticket", "milestone", .. labels]).Whole(0);
        foreach (var verdict in changed.Take(MostChanges))
        {
            table.Row([ShortNames.Last(verdict.Ticket), EnumWords.Show(verdict.Milestone), .. labels.Select(label => verdict.Verdicts.TryGetValue(label, out var state) ? Show(state) : "")]);
        }

        yield return table;
        if (changed.Count > MostChanges)
        {
            yield return Tables.Note($"{changed.Count - MostChanges} more; --json has all of them.");
        }
    }

    private static string Show(MilestoneState state) => EnumWords.Show(state);
}
