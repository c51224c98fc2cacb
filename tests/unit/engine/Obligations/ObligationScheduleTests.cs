using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Entitlements;
using SlaPlatform.Engine.Obligations;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Tests.Entitlements;

namespace SlaPlatform.Engine.Tests.Obligations;

public sealed class ObligationScheduleTests
{
    private static readonly Subscription Bought = AccessPolicies.Bought with
    {
        Term = new DateInterval(new LocalDate(2026, 1, 31), new LocalDate(2027, 1, 30)),
        Terms = new ServiceTerms { TimeZone = "Europe/Brussels" },
    };

    [Theory]
    [InlineData(2, ObligationPeriod.Year, "2026-07-30 2027-01-30")]
    [InlineData(1, ObligationPeriod.Quarter, "2026-04-29 2026-07-30 2026-10-30 2027-01-30")]
    [InlineData(1, ObligationPeriod.Year, "2027-01-30")]
    [InlineData(5, ObligationPeriod.Year, "2026-04-13 2026-06-25 2026-09-06 2026-11-18 2027-01-30")]
    public void Of_EachPeriod_IsEvenlySpreadFromTheFirstDay(int count, ObligationPeriod per, string due) =>
        Assert.Equal(due, Dates(Of(Rule(count, per))));

    [Fact]
    public void Of_MonthsFromAMonthsEnd_DoNotDrift() =>
        Assert.Equal("2026-02-27 2026-03-30 2026-04-29 2026-05-30", Dates(Of(Rule(1, ObligationPeriod.Month)).Take(4)));

    [Fact]
    public void Of_Weeks_AreWholeOnes()
    {
        var owed = Of(Rule(1, ObligationPeriod.Week));

        Assert.Equal((52, "2026-02-06 2026-02-13"), (owed.Length, Dates(owed.Take(2))));
        Assert.Equal(AccessPolicies.At("2026-02-06T23:00:00Z"), owed[0].DueTime);
    }

    [Fact]
    public void Of_TermThatEndsWithinAPeriod_OwesNothingForItsRest() =>
        Assert.Equal("2026-07-30", Dates(Of(Rule(2, ObligationPeriod.Year), Bought with { Term = new DateInterval(Bought.Term.Start, new LocalDate(2027, 1, 29)) })));

    [Fact]
    public void Of_CancelledSubscription_OwesWhatWasDueBefore() =>
        Assert.Equal("2026-04-29", Dates(Of(Rule(1, ObligationPeriod.Quarter), Bought with { CancelledFrom = AccessPolicies.At("2026-07-29T00:00:00Z") })));

    [Fact]
    public void Of_PlanChangedMidTerm_OwesByThePlanOfTheDay()
    {
        var change = AccessPolicies.At("2026-08-01T00:00:00Z");
        OwedSpan[] spans = [new(Instant.MinValue, change, [Rule(2, ObligationPeriod.Year)]), new(change, Instant.MaxValue, [Rule(1, ObligationPeriod.Quarter)])];

        Assert.Equal("2026-07-30 2026-10-30 2027-01-30", Dates(ObligationSchedule.Of(Bought, spans, [], ImmutableDictionary<string, Instant>.Empty)));
    }

    [Theory]
    [InlineData(8, "2026-03-06T10:00:00Z")]
    [InlineData(-24, "2026-03-07T18:00:00Z")]
    [InlineData(0, "2026-03-06T18:00:00Z")]
    public void Of_Occasion_IsDueBeforeOrAfterIt(int hoursBefore, string due)
    {
        var rule = On(Occasion.ScheduledMaintenance) with { Before = Duration.FromHours(hoursBefore) };

        var owed = Assert.Single(Of(rule, Bought, new OccasionRecord("w1", Occasion.ScheduledMaintenance, AccessPolicies.At("2026-03-06T18:00:00Z"), "patch"), new OccasionRecord("r1", Occasion.Release, AccessPolicies.At("2026-03-06T18:00:00Z"), "")));

        Assert.Equal((AccessPolicies.At(due), "patch"), (owed.DueTime, owed.Reference));
    }

    [Fact]
    public void Of_OccasionOutsideTheTerm_OwesNothing() =>
        Assert.Empty(Of(On(Occasion.Release), Bought, new OccasionRecord("early", Occasion.Release, AccessPolicies.At("2026-01-30T22:59:59Z"), ""), new OccasionRecord("late", Occasion.Release, AccessPolicies.At("2027-01-30T23:00:00Z"), "")));

    [Fact]
    public void Of_RequestsBeyondTheCount_OweNothingMore()
    {
        var rule = On(Occasion.Request) with { Per = ObligationPeriod.Year, Before = null };
        var longer = Bought with { Term = new DateInterval(Bought.Term.Start, new LocalDate(2028, 1, 30)) };

        var owed = Of(rule, longer, Asked("a", "2026-03-01T00:00:00Z"), Asked("b", "2026-09-01T00:00:00Z"), Asked("c", "2027-02-01T00:00:00Z"));

        Assert.Equal("2027-01-30 2028-01-30", Dates(owed));
    }

    [Theory]
    [InlineData(null, "2026-07-30T22:00:00Z", ObligationState.Due)]
    [InlineData(null, "2026-07-30T22:00:00.001Z", ObligationState.Missed)]
    [InlineData("2026-07-30T22:00:00Z", "2026-08-30T00:00:00Z", ObligationState.Done)]
    [InlineData("2026-07-30T22:00:00.001Z", "2026-08-30T00:00:00Z", ObligationState.DoneLate)]
    public void StateAt_EachTime_IsDueDoneOrMissed(string? done, string now, ObligationState state)
    {
        var owed = Of(Rule(2, ObligationPeriod.Year))[0] with { CompleteTime = done is null ? null : AccessPolicies.At(done) };

        Assert.Equal(state, owed.StateAt(AccessPolicies.At(now)));
    }

    [Fact]
    public void StateAt_NotBinding_IsNeverMissed()
    {
        var owed = Of(Rule(2, ObligationPeriod.Year) with { IsBinding = false })[0];

        Assert.Equal(ObligationState.Due, owed.StateAt(AccessPolicies.At("2030-01-01T00:00:00Z")));
        Assert.Equal(ObligationState.Done, (owed with { CompleteTime = AccessPolicies.At("2029-01-01T00:00:00Z") }).StateAt(AccessPolicies.At("2030-01-01T00:00:00Z")));
    }

    [Fact]
    public void Of_Completed_IsFoundAgainByItsId()
    {
        var id = Of(Rule(2, ObligationPeriod.Year))[1].Id;
        var completed = ImmutableDictionary<string, Instant>.Empty.Add(id, AccessPolicies.At("2026-12-01T00:00:00Z"));

        var owed = ObligationSchedule.Of(Bought, [new OwedSpan(Instant.MinValue, Instant.MaxValue, [Rule(2, ObligationPeriod.Year)])], [], completed);

        Assert.Equal([null, AccessPolicies.At("2026-12-01T00:00:00Z")], owed.Select(each => each.CompleteTime));
    }

    private static ImmutableArray<Obligation> Of(ObligationRule rule, Subscription? subscription = null, params OccasionRecord[] occasions)
    {
        var bought = subscription ?? Bought;
        return ObligationSchedule.Of(bought, [new OwedSpan(bought.Start, bought.End, [rule])], occasions, ImmutableDictionary<string, Instant>.Empty);
    }

    private static ObligationRule Rule(int count, ObligationPeriod per) => new() { Id = "reviews", Title = LocalizedText.Of("Reviews"), Source = "1", Count = count, Per = per };

    private static ObligationRule On(Occasion occasion) => new() { Id = "told", Title = LocalizedText.Of("Told"), Source = "1", Count = 1, Occasion = occasion, Before = Duration.Zero };

    private static OccasionRecord Asked(string id, string time) => new(id, Occasion.Request, AccessPolicies.At(time), "roadmap");

    private static string Dates(IEnumerable<Obligation> owed) => string.Join(' ', owed.Select(each => NodaTime.Text.LocalDatePattern.Iso.Format(each.DueDate)));
}
