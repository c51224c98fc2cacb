using NodaTime;
using SlaPlatform.Engine.Allowances;
using static SlaPlatform.Engine.Tests.Allowances.Allowing;

namespace SlaPlatform.Engine.Tests.Allowances;

public sealed class AllowanceScheduleTests
{
    [Fact]
    public void Of_CalendarMonths_GrantsAnewAtEachMonthOfTheZone() => Assert.Equal(
        ["2026-01-01 00:00 renew 12", "2026-02-01 00:00 expire -12", "2026-02-01 00:00 renew 12", "2026-03-01 00:00 expire -12", "2026-03-01 00:00 renew 12"],
        Terms(Term(TamHours(12))).Posted("2026-03-31 23:59"));

    [Fact]
    public void Of_TermWithinAMonth_GrantsTheWholeMonthAndEndsWithTheTerm() => Assert.Equal(
        ["2026-03-20 00:00 renew 12", "2026-04-01 00:00 expire -12", "2026-04-01 00:00 renew 12", "2026-04-11 00:00 expire -12"],
        Terms(Term(TamHours(12), "2026-03-20", "2026-04-10")).Posted("2026-12-31 00:00"));

    [Fact]
    public void Of_ContractYearsFromALeapDay_ClampsTheAnniversaries() => Assert.Equal(
        ["2024-02-29 00:00 renew 3", "2025-02-28 00:00 expire -3", "2025-02-28 00:00 renew 3", "2026-02-28 00:00 expire -3", "2026-02-28 00:00 renew 3"],
        Terms(Term(ServiceDays(3), "2024-02-29", "2027-12-31")).Posted("2026-12-31 00:00"));

    [Theory]
    [InlineData(AllowanceInterval.Quarter, "2026-04-01 00:00")]
    [InlineData(AllowanceInterval.Year, "2027-01-01 00:00")]
    [InlineData(AllowanceInterval.ContractYear, "2027-02-15 00:00")]
    public void Of_OtherIntervals_EndWhereTheyShould(AllowanceInterval interval, string end)
    {
        var terms = Terms(Term(new AllowanceRule(2, AllowanceUnit.Sessions, interval, 1, false), "2026-02-15", "2029-12-31"));

        var period = AllowanceSchedule.Of(terms, Times.At("2026-02-20 12:00", Brussels)).Current;

        Assert.Equal((Times.At("2026-02-15 00:00", Brussels), Times.At(end, Brussels)), (period!.Start, period.End));
    }

    [Fact]
    public void Of_MonthOfTheClockChange_BeginsAndEndsAtLocalMidnight()
    {
        var period = AllowanceSchedule.Of(Terms(Term(TamHours(4))), Times.At("2026-03-29 12:00", Brussels)).Current!;

        Assert.Equal((Duration.FromHours((31 * 24) - 1), "2026-04-01 00:00"), (period.End - period.Start, Times.Reading(period.End, Brussels)));
    }

    [Fact]
    public void Of_Upgrade_AddsTheDifferenceOfTheRestByDayRoundedDown() =>
        // 21 of 31 days: 8.129 rounds down to 8.00, 2.709 to 2.50.
        Assert.Equal(
            ["2026-03-01 00:00 renew 4", "2026-03-11 15:00 prorate 5.5"],
            MarchOf(Term(TamHours(4), "2026-03-01"), silver => silver.ChangedTo(TamHours(12), "2026-03-11 15:00")));

    [Fact]
    public void Of_UpgradeAndDowngradeOfOneDay_ComeToNothing() => Assert.Equal(
        ["2026-03-01 00:00 renew 4", "2026-03-11 15:00 prorate 5.5", "2026-03-11 18:00 prorate -5.5"],
        Terms(
            Term(TamHours(4), "2026-03-01"),
            Term(TamHours(4), "2026-03-01").ChangedTo(TamHours(12), "2026-03-11 15:00"),
            Term(TamHours(4), "2026-03-01").ChangedTo(TamHours(4), "2026-03-11 18:00")).Posted("2026-03-31 23:00"));

    [Fact]
    public void Of_PlanWithoutTheFeature_TakesTheRestAndGrantsNoMore() => Assert.Equal(
        ["2026-03-01 00:00 renew 12", "2026-03-11 00:00 prorate -8", "2026-04-01 00:00 expire -4"],
        Terms(Term(TamHours(12), "2026-03-01"), Term(TamHours(12), "2026-03-01").ChangedTo(null, "2026-03-11 00:00")).Posted("2026-12-01 00:00"));

    [Fact]
    public void Of_PlanThatBringsTheFeature_GrantsItsShareOfThePeriod() => Assert.Equal(
        ["2026-07-02 09:00 renew 12"],
        // 183 of 365 days of 25.
        Terms(Term(null), Term(null).ChangedTo(ServiceDays(25), "2026-07-02 09:00")).Posted("2026-12-31 00:00"));

    [Fact]
    public void Of_ChangeOfSomethingElse_ChangesNothing() => Assert.Equal(
        ["2026-03-01 00:00 renew 4"],
        MarchOf(Term(TamHours(4), "2026-03-01"), term => term with { From = Times.At("2026-03-11 15:00", Brussels) }));

    [Fact]
    public void Of_CancelledAtOnce_TakesTheRestAndEndsThePeriod() => Assert.Equal(
        ["2026-03-01 00:00 renew 12", "2026-03-11 15:00 prorate -8", "2026-03-11 15:00 expire -4"],
        MarchOf(Term(TamHours(12), "2026-03-01"), term => term.Cancelled("2026-03-11 15:00")));

    [Fact]
    public void Of_CancelledForALaterDay_KeepsTheShareOfTheDaysLeft() =>
        // Of the 21 days from the 11th, 10 are left: 3.87 rounds down to 3.75, against 8.00.
        Assert.Equal(
            ["2026-03-01 00:00 renew 12", "2026-03-11 15:00 prorate -4.25", "2026-03-21 00:00 expire -7.75"],
            MarchOf(Term(TamHours(12), "2026-03-01"), term => term.Cancelled("2026-03-11 15:00", "2026-03-21 00:00")));

    [Fact]
    public void Of_RenewedAfterAGap_GrantsTheShareFromThatDay()
    {
        var first = Term(TamHours(12), "2026-01-01", "2026-03-10");
        var renewed = Term(TamHours(12)) with { From = Times.At("2026-03-21 10:00", Brussels) };

        // 11 of 31 days: 4.258.
        Assert.Equal(["2026-03-01 00:00 renew 12", "2026-03-11 00:00 expire -12", "2026-03-21 10:00 renew 4.25"], Terms(first, renewed).Posted("2026-03-31 00:00").TakeLast(3));
    }

    [Fact]
    public void Of_RenewedBeforeTheEnd_ChangesNothingOfThePeriod()
    {
        var first = Term(TamHours(12), "2026-01-01", "2026-03-10");
        var renewed = Term(TamHours(12)) with { From = Times.At("2026-03-05 10:00", Brussels), Plan = first.Plan };

        Assert.Equal(["2026-03-01 00:00 renew 12", "2026-04-01 00:00 expire -12", "2026-04-01 00:00 renew 12"], Terms(first, renewed).Posted("2026-04-01 00:00").TakeLast(3));
    }

    [Fact]
    public void Of_NewRevisionWithinAPeriod_CountsFromTheNextOne()
    {
        var term = Term(TamHours(4)) with { Rules = [new(Instant.MinValue, TamHours(4)), new(Times.At("2026-02-15 00:00", Brussels), TamHours(6))] };

        Assert.Equal("2026-03-01 00:00 renew 6", Terms(term).Posted("2026-03-01 00:00").Last());
        Assert.Equal("2026-02-01 00:00 renew 4", Terms(term).Posted("2026-02-28 00:00").Last());
    }

    [Fact]
    public void Of_AnotherZone_CountsFromTheNextPeriodWithoutAGap()
    {
        var moved = Term(TamHours(4)) with { From = Times.At("2026-02-15 00:00", Brussels), Zone = Times.Zone("America/New_York") };

        Assert.Equal(
            ["2026-03-01 00:00 expire -4", "2026-03-01 00:00 renew 4", "2026-04-01 06:00 expire -4", "2026-04-01 06:00 renew 4"],
            Terms(Term(TamHours(4)), moved).Posted("2026-04-02 00:00").TakeLast(4));
    }

    [Fact]
    public void Of_CarryingOver_AddsWhatIsLeft() => Assert.Equal(
        ["2026-02-01 00:00 expire -4", "2026-02-01 00:00 renew 4", "2026-02-01 00:00 grant 4"],
        Terms(Term(TamHours(4) with { CarriesOver = true })).Posted("2026-02-01 00:00").TakeLast(3));

    private static IEnumerable<string> MarchOf(AllowanceTerm first, Func<AllowanceTerm, AllowanceTerm> then) => Terms(first, then(first)).Posted("2026-03-31 23:00");
}
