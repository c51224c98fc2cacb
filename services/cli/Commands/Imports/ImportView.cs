using SlaPlatform.Cli.Importing;
using SlaPlatform.Cli.Rendering;
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
            ("not asked", report.Interrupted ? $"{NotAsked(report)}" : null)),
        .. Remarks(report),
    ]);

    private static int NotAsked(ImportReport report) => report.Tickets - report.Imported - report.AlreadyThere - report.Refused.Count - report.Failed.Count;

    private static IEnumerable<IRenderable> Remarks(ImportReport report)
    {
        foreach (var group in report.Refused.GroupBy(refused => refused.Reason))
        {
            yield return Cell.Of($"{group.Count()} refused ({group.Key}): {Examples(group)}", Color.Yellow);
        }

        foreach (var group in report.Failed.GroupBy(failed => failed.Reason))
        {
            yield return Cell.Of($"{group.Count()} failed ({group.Key}): {Examples(group)}", Color.Yellow);
        }

        if (report.Clamped > 0)
        {
            yield return Tables.Note($"Events dated before their ticket's opening, told as of it: {report.Clamped}.");
        }

        if (report.Ignored > 0)
        {
            yield return Tables.Note($"Events in the new state after the resolution, not told: {report.Ignored}.");
        }

        if (report.Unreadable.Count > 0)
        {
            var shown = report.Unreadable.Take(MostExamples).Select(ticket => $"{ticket.Ticket} line {ticket.Line}: {ticket.Why}");
            yield return Tables.Note($"Left out for a row that cannot be read: {report.Unreadable.Count}: {string.Join("; ", shown)}");
        }

        if (report.Interrupted || report.Failed.Count > 0)
        {
            yield return Cell.Of("Run the same command again to go on.");
        }
    }

    private static string Examples(IEnumerable<NotImported> tickets)
    {
        var all = tickets.ToArray();
        return string.Join("; ", all.Take(MostExamples).Select(ticket => $"{ticket.Ticket}: {string.Join(" ", ticket.Messages.Take(MostExamples))}")) + (all.Length > MostExamples ? "; ..." : "");
    }
}
