using CsCheck;
using NodaTime;
using SlaPlatform.BusinessTime.Tests.Oracle;

namespace SlaPlatform.BusinessTime.Tests;

public sealed class DueTimesProperties
{
    private static readonly Gen<Amount> AnyAmount = Gen.OneOf<Amount>(
        Gen.Int[0, 500_000].Select(s => (Amount)new Amount.OpenTime(Duration.FromSeconds(s))),
        Gen.Int[0, 20].Select(n => (Amount)new Amount.BusinessDays(n)),
        Gen.Int[0, 60].Select(n => (Amount)new Amount.CalendarDays(n)),
        Gen.Int[0, 24].Select(n => (Amount)new Amount.CalendarMonths(n)));

    [Fact]
    public void ADerivationAlwaysAddsUp() => Law.Holds(Gen.Select(Scenario.Any, Gen.Int[0, MinuteOracle.Minutes], AnyAmount), given =>
    {
        var (scenario, minute, amount) = given;
        var calendar = scenario.Definition().Compile();
        var start = scenario.From + Duration.FromMinutes(minute);

        var derivation = DueTimes.Derive(calendar, start, amount);

        var reached = start;
        var sum = Duration.Zero;
        foreach (var segment in derivation.Segments)
        {
            Assert.Equal(reached, segment.From);
            Assert.True(segment.From < segment.To);
            sum += segment.Kind is SegmentKind.Counted or SegmentKind.Elapsed ? segment.To - segment.From : Duration.Zero;
            reached = segment.To;
        }

        Assert.Equal(derivation.DueTime, reached);
        Assert.Equal(DueTimes.Add(calendar, start, amount), reached);
        Assert.Equal(DueTimes.OpenTimeOf(calendar, amount) ?? reached - start, sum);
    });

    [Fact]
    public void AnAmountReadsBackFromItsText() => Law.Holds(AnyAmount, amount =>
        Assert.Equal(Validated.Valid(amount), Amount.Parse(amount.Format(), "amount")), 500);

    [Fact]
    public void CivilDaysKeepTheLocalTimeUnlessItIsSkippedOrRepeated() => Law.Holds(Gen.Select(Scenario.Any, Gen.Int[0, MinuteOracle.Minutes], Gen.Int[1, 40]), given =>
    {
        var (scenario, minute, days) = given;
        var zone = Times.Zone(scenario.Zone);
        var start = scenario.From + Duration.FromMinutes(minute);
        var wanted = start.InZone(zone).LocalDateTime.PlusDays(days);

        var due = CivilTime.AddDays(start, days, zone);

        var mapping = zone.MapLocal(wanted);
        var expected = mapping.Count == 0 ? wanted + Period.FromSeconds(mapping.LateInterval.WallOffset.Seconds - mapping.EarlyInterval.WallOffset.Seconds) : wanted;
        Assert.Equal(expected, due.InZone(zone).LocalDateTime);
        Assert.True(mapping.Count < 2 || due == mapping.First().ToInstant());
    });
}
