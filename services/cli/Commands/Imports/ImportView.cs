using SlaPlatform.Cli.Importing;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Replay;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SlaPlatform.Cli.Commands.Imports;

/// <summary>An import for people: how many, then what is not on the platform and why.</summary>
internal static class ImportView
{
    private const int MostExamples = 3;

    public static Rows Of(ImportReport report) => new([
        Tables.Facts(
            ("account", report.Account), ("tickets", $"{report.Tickets}"), ("imported", $"{report.Imported}"), ("already there", $"{report.AlreadyThere}"),
            ("refused", $"{report.Refused.Count}"), ("failed", report.Failed.Count == 0 ? null : $"{report.Failed.Count}"),
            ("not answered", report.Interrupted ? $"{NotAnswered(report)}" : null)),
        .. Remarks(report),
    ]);

    private static int NotAnswered(ImportReport report) => report.Tickets - report.Imported - report.AlreadyThere - report.Refused.Count - report.Failed.Count;

    private static IEnumerable<IRenderable> Remarks(ImportReport report)
    {
        foreach (var group in report.Refused.GroupBy(refused => refused.Reason))
        {
            yield return Cell.Of($"{group.Count()} refused ({group.Key}): {Examples([.. group], Faults)}", Color.Yellow);
        }

        foreach (var group in report.Failed.GroupBy(failed => failed.Reason))
        {
            yield return Cell.Of($"{group.Count()} failed ({group.Key}): {Examples([.. group], Faults)}", Color.Yellow);
        }

        if (report.Unreadable.Count > 0)
        {
            yield return Cell.Of($"{report.Unreadable.Count} left out for a row that cannot be read: {Examples(report.Unreadable, ticket => $"{ticket.Ticket} line {ticket.Line}: {ticket.Why}")}", Color.Yellow);
        }

        if (report.Clamped.Count > 0)
        {
            yield return Tables.Note($"Events dated before their ticket's opening, told as of it: {report.Clamped.Count}: {Examples(report.Clamped, RowOf)}");
        }

        if (report.Ignored.Count > 0)
        {
            yield return Tables.Note($"Events in the new state after the resolution, not told: {report.Ignored.Count}: {Examples(report.Ignored, RowOf)}");
        }

        if (report.Interrupted || report.Failed.Count > 0)
        {
            yield return Cell.Of("Run the same command again to go on.");
        }
    }

    private static string Faults(NotImported ticket) => $"{ticket.Ticket}: {string.Join(" ", ticket.Messages.Take(MostExamples))}";

    private static string RowOf(MovedRow row) => $"{row.Ticket} line {row.Line}";

    private static string Examples<T>(IReadOnlyCollection<T> all, Func<T, string> show) =>
        string.Join("; ", all.Take(MostExamples).Select(show)) + (all.Count > MostExamples ? $"; {all.Count - MostExamples} more, all with --json" : "");
}
