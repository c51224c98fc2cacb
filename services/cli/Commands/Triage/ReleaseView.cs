using NodaTime;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Triage.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Triage;

/// <summary>Releases for people.</summary>
internal static class ReleaseView
{
    public static Rows Of(Release release, DateTimeZone zone)
    {
        var facts = Tables.Facts(
            ("release", ShortNames.Last(release.Name)),
            ("product", release.Product),
            ("version", release.Version),
            ("released", MilestoneView.Time(release.ReleaseTime, zone)),
            ("routine", release.Routine ? "yes" : "no"),
            ("support ends", release.SupportEndTime is null ? "" : MilestoneView.Time(release.SupportEndTime, zone)),
            ("etag", release.Etag));
        if (release.FixedTickets.Count == 0)
        {
            return new Rows(facts);
        }

        var tickets = Tables.Create(null, "fixes", "clock");
        foreach (var ticket in release.FixedTickets)
        {
            tickets.Row(ShortNames.Last(ticket.Ticket), ticket.Refusal.Length > 0 ? ticket.Refusal : EnumWords.Show(ticket.Delivery));
        }

        return new Rows(facts, tickets);
    }

    public static Table Of(IEnumerable<Release> releases, DateTimeZone zone)
    {
        var table = Tables.Create(null, "release", "product", "version", "released", "routine", "support ends");
        foreach (var release in releases)
        {
            table.Row(
                ShortNames.Last(release.Name),
                release.Product,
                release.Version,
                MilestoneView.Time(release.ReleaseTime, zone),
                release.Routine ? "yes" : "no",
                release.SupportEndTime is null ? "" : MilestoneView.Time(release.SupportEndTime, zone));
        }

        return table;
    }
}
