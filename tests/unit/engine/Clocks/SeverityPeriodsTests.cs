using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Tests.Policies;

namespace SlaPlatform.Engine.Tests.Clocks;

public sealed class SeverityPeriodsTests
{
    [Fact]
    public void SeverityPeriods_NothingChanged_IsOneThatLasts() => Assert.Equal(["10:00-..: claimed 1 rules 1 open"], Periods(Opened()));

    [Fact]
    public void SeverityPeriods_ClaimVerificationAndResolution_AreCutWhereEachChanges() => Assert.Equal(
        [
            "10:00-11:00: claimed 1 rules 1 open", "11:00-12:00: claimed 1 verified 2 rules 2 open", "12:00-13:00: claimed 2 verified 2 rules 2 open",
            "13:00-15:00: claimed 2 verified 2 rules 2", "15:00-..: claimed 2 verified 2 rules 2 open",
        ],
        Periods(Opened().At("2026-06-01 11:00", Told.Verify(2)).At("2026-06-01 12:00", Told.Claim(2)).At("2026-06-01 13:00", Told.Resolved).At("2026-06-01 15:00", Told.Reopened)));

    [Fact]
    public void SeverityPeriods_ResolvedThenClosed_IsOneEnd() => Assert.Equal(
        ["10:00-13:00: claimed 1 rules 1 open", "13:00-..: claimed 1 rules 1"],
        Periods(Opened().At("2026-06-01 13:00", Told.Resolved).At("2026-06-01 14:00", Told.Closed)));

    [Fact]
    public void SeverityPeriods_ALateFact_MovesTheCut() => Assert.Equal(
        ["10:00-10:30: claimed 1 rules 1 open", "10:30-..: claimed 1 verified 2 rules 2 open"],
        Periods(Opened().Late("2026-06-01 16:00", "2026-06-01 10:30", Told.Verify(2))));

    [Fact]
    public void SeverityPeriods_AnAutomaticClosingAhead_IsNotToldBeforeItHappens()
    {
        var policy = new PolicyBuilder().Within(MilestoneKind.Resolution, "6h").CloseAfter("10 calendar_days", "48h");
        var ticket = Ticket.Open(policy, "2026-06-01 10:00").At("2026-06-01 11:00", Told.Waiting);

        Assert.Equal(["10:00-..: claimed 1 rules 1 open"], Periods(ticket));
        Assert.Equal(["10:00-11:00: claimed 1 rules 1 open", "11:00-..: claimed 1 rules 1"], Periods(ticket.Until("2026-06-20 10:00")));
    }

    [Fact]
    public void SeverityPeriods_Excluded_AreCutThereAndAreNoDowntime() => Assert.Equal(
        [("10:00", true), ("11:00", false), ("12:00", true), ("13:00", false), ("14:00", false), ("15:00", true)],
        Downtime(Opened().At("2026-06-01 11:00", Told.Exclude()).At("2026-06-01 12:00", Told.Lift()).At("2026-06-01 13:00", Told.Verify(2))
            .At("2026-06-01 14:00", Told.Resolved).At("2026-06-01 15:00", Told.Reopened, Told.Verify(1))));

    private static IEnumerable<(string Start, bool IsDowntime)> Downtime(Ticket ticket) =>
        TicketClock.SeverityPeriods(ticket.Log, ticket.Book, ticket.View.AsOf).Select(period => (Time(period.Start), period.IsDowntime));

    private static Ticket Opened() => Ticket.Open(
        new PolicyBuilder().Within(MilestoneKind.Resolution, "6h").Within(MilestoneKind.Resolution, "6h", level: 2).Exclude("clause"), "2026-06-01 10:00");

    [Fact]
    public void SeverityPeriods_SupportDisagreesAndAContactAgreesLater_TellsBothCauses()
    {
        var ticket = Opened().At("2026-06-01 11:00", Told.Verify(2)).At("2026-06-01 12:00", Told.Resolved).At("2026-06-01 13:00", Told.Reopened)
            .At("2026-06-01 14:00", Told.Verify(3, "accounts/a/contacts/ana"), Told.Claim(3));

        var periods = TicketClock.SeverityPeriods(ticket.Log, ticket.Book, ticket.View.AsOf);

        Assert.Equal(["", "2 support -", "", "", "5 support accounts/a/contacts/ana, 6 customer -"], periods.Select(period => string.Join(
            ", ", period.Causes.Select(cause => $"{cause.Sequence} {cause.Change.Actor} {cause.Change.AgreedBy ?? "-"}"))));
    }

    private static IEnumerable<string> Periods(Ticket ticket) => TicketClock.SeverityPeriods(ticket.Log, ticket.Book, ticket.View.AsOf).Select(period =>
        $"{Time(period.Start)}-{(period.End is { } end ? Time(end) : "..")}:"
        + $"{(period.ClaimedLevel is { } claimed ? $" claimed {claimed}" : "")}{(period.VerifiedLevel is { } verified ? $" verified {verified}" : "")} rules {period.RulingLevel}{(period.IsOpen ? " open" : "")}");

    private static string Time(NodaTime.Instant at) => Times.Reading(at, "UTC")[11..];
}
