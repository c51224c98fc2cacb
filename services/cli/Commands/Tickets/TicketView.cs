using NodaTime;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Tickets;

/// <summary>A ticket for people: how it stands, then its milestones.</summary>
internal static class TicketView
{
    /// <summary>The zone to show a ticket's times in: the one asked for, else the ticket's own.</summary>
    public static DateTimeZone ZoneOf(Ticket ticket, DateTimeZone? asked) => asked ?? ZoneText.OrUtc(ticket.Terms?.TimeZone);

    public static Rows Of(Ticket ticket, IEnumerable<Milestone> milestones, DateTimeZone zone)
    {
        var facts = Tables.Facts(
            ("ticket", ShortNames.Last(ticket.Name)),
            ("reference", ticket.Reference),
            ("account", ShortNames.Last(ticket.Account)),
            ("plan", ShortNames.OfPlan(ticket.Plan)),
            ("level", $"{ticket.RulingLevel} ({ticket.RulingLabel})" + Levels(ticket)),
            ("state", EnumWords.Show(ticket.State) + (ticket.PauseReason.Length == 0 ? "" : $": {ticket.PauseReason}")),
            ("line", EnumWords.Show(ticket.Line)),
            ("taken by", string.Join(", ", new[] { ticket.Queue, ticket.Person }.Where(text => text.Length > 0))),
            ("opened", MilestoneView.Time(ticket.OpenTime, zone)),
            ("resolved", MilestoneView.Time(ticket.ResolveTime, zone)),
            ("closed", MilestoneView.Time(ticket.CloseTime, zone)),
            ("closes by itself", MilestoneView.Time(ticket.AutoCloseTime, zone)),
            ("merged into", ticket.MergedInto),
            ("not measured because", ticket.TargetsExemptReason),
            ("excluded by", string.Join(", ", ticket.Exclusions)),
            ("ladder rungs reached", ticket.RungsReached == 0 ? "" : $"{ticket.RungsReached}"),
            ("next wake", MilestoneView.Time(ticket.NextWakeTime, zone)),
            ("zone", zone.Id),
            ("etag", ticket.Etag));
        return new Rows(facts, MilestoneView.Of(milestones, zone));
    }

    private static string Levels(Ticket ticket) => (ticket.HasClaimedLevel, ticket.HasVerifiedLevel) switch
    {
        (true, true) when ticket.ClaimedLevel != ticket.VerifiedLevel => $", claimed {ticket.ClaimedLevel}, verified {ticket.VerifiedLevel}",
        (true, false) => ", claimed, not verified",
        _ => "",
    };
}
