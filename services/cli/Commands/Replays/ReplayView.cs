using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Replay;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SlaPlatform.Cli.Commands.Replays;

/// <summary>A replay for people: attainment side by side, then the counts behind it, then what is not in them.</summary>
internal static class ReplayView
{
    private const int MostExamples = 3;

    public static Rows Of(ReplayReport report) => new([
        Log(report.Log),
        SideBySide(report.Scenarios),
        Tables.Note("attainment = met / decided; decided = met + late + breached. Nothing else is in the denominator."),
        Counts(report.Scenarios),
        .. Remarks(report),
    ]);

    private static Grid Log(ReplayReport.LogPart log) => Tables.Facts(
        ("tickets", $"{log.Tickets}"), ("events", $"{log.Events}"), ("opened from", log.FirstTime), ("last event", log.LastTime), ("clocks run until", log.UntilTime), ("zone of the log", log.Zone));

    private static Table SideBySide(IReadOnlyList<ReplayReport.ScenarioPart> scenarios)
    {
        var table = Tables.Create("attainment", ["level", "milestone", .. scenarios.Select(scenario => scenario.Label)]);
        var rows = scenarios.SelectMany(scenario => scenario.Attainment).Select(part => (part.Level, part.Milestone)).Distinct().ToArray();
        var order = scenarios.SelectMany(scenario => scenario.Attainment).Select(part => part.Milestone).Distinct().OrderBy(Rank).ToList();
        foreach (var (level, milestone) in rows.OrderBy(row => row.Level).ThenBy(row => order.IndexOf(row.Milestone)))
        {
            table.Row([$"{level}", milestone.Replace('_', ' '), .. scenarios.Select(scenario =>
                Attainment(scenario.Attainment.FirstOrDefault(part => part.Level == level && part.Milestone == milestone)))]);
        }

        return table;
    }

    private static Table Counts(IReadOnlyList<ReplayReport.ScenarioPart> scenarios)
    {
        var table = Tables.Create("counts", "plan", "level", "milestone", "attainment", "decided", "met", "late", "breached", "open", "not started", "paused", "exempt", "untimed", "cancelled")
            .Right(3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
        foreach (var scenario in scenarios)
        {
            foreach (var part in scenario.Attainment)
            {
                table.Row(
                    scenario.Label, part.Label, part.Milestone.Replace('_', ' '), part.AttainmentPercent is { } percent ? percent + " %" : "-", $"{part.Decided}", $"{part.Met}", $"{part.Late}",
                    $"{part.Breached}", $"{part.Open}", $"{part.NotStarted}", $"{part.Paused}", $"{part.Exempt}", $"{part.Untimed}", $"{part.Cancelled}");
            }
        }

        return table;
    }

    private static IEnumerable<IRenderable> Remarks(ReplayReport report)
    {
        var log = report.Log;
        if (log.Channels.Count > 0)
        {
            yield return Tables.Note($"The log says {string.Join(", ", log.Channels.Select(channel => $"{channel.Key} ({channel.Value})"))}; each ticket is taken to have come by a channel to which the plan's targets apply.");
        }

        if (log.Clamped.Count > 0)
        {
            yield return Tables.Note($"{Count(log.Clamped.Count, "event")} dated before the ticket's opening, counted from the opening: {Examples(log.Clamped, row => $"{row.Ticket} line {row.Line}", int.MaxValue)}.");
        }

        if (log.Ignored.Count > 0)
        {
            yield return Tables.Note($"{Count(log.Ignored.Count, "event")} in the new state after the resolution, counted for nothing: {Examples(log.Ignored, row => $"{row.Ticket} line {row.Line}", int.MaxValue)}.");
        }

        if (log.Unreadable.Count > 0)
        {
            yield return Tables.Note($"{Count(log.Unreadable.Count, "ticket")} left out for a row that cannot be read: {Examples(log.Unreadable, row => $"{row.Ticket} line {row.Line}: {row.Why}")}");
        }

        if (log.NotYetOpen.Count > 0)
        {
            yield return Tables.Note($"{Count(log.NotYetOpen.Count, "ticket")} opened after the end, left out.");
        }

        foreach (var scenario in report.Scenarios)
        {
            if (scenario.BeforeFirstRevision > 0)
            {
                yield return Tables.Note($"{scenario.Label}: {scenario.BeforeFirstRevision} of {scenario.Simulated + scenario.Refused.Count} tickets opened before the policy's first revision ({scenario.FirstRevisionTime}); the latest one judges them.");
            }

            foreach (var group in scenario.Refused.GroupBy(refused => refused.Reason))
            {
                yield return Cell.Of($"{scenario.Label}: {group.Count()} of {scenario.Simulated + scenario.Refused.Count} tickets refused ({group.Key}) and in none of the counts: {Examples([.. group], refused => $"{refused.Ticket}: {string.Join(" ", refused.Messages)}")}", Color.Yellow);
            }
        }
    }

    private static string Attainment(ReplayReport.AttainmentPart? part) => part switch
    {
        null => "",
        { AttainmentPercent: { } percent } => $"{percent} % ({part.Met}/{part.Decided})",
        { Untimed: > 0 } => $"untimed ({part.Untimed})",
        { Exempt: > 0 } => $"exempt ({part.Exempt})",
        _ => "none decided",
    };

    private static string Count(int number, string thing) => $"{number} {thing}{(number == 1 ? "" : "s")}";

    private static int Rank(string milestone) => Array.IndexOf(["initial_response", "follow_up", "update", "resolution"], milestone);

    private static string Examples<T>(IReadOnlyCollection<T> items, Func<T, string> show, int most = MostExamples) =>
        string.Join("; ", items.Take(most).Select(show)) + (items.Count > most ? "; ..." : "");
}
