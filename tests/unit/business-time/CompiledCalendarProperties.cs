using CsCheck;
using NodaTime;
using SlaPlatform.BusinessTime.Tests.Oracle;

namespace SlaPlatform.BusinessTime.Tests;

public sealed class CompiledCalendarProperties
{
    private static readonly Gen<(Scenario, int, int)> WithTwoMinutes = Gen.Select(
        Scenario.Any, Gen.Int[1, MinuteOracle.Minutes - 1], Gen.Int[1, MinuteOracle.Minutes - 1], (s, a, b) => (s, Math.Min(a, b), Math.Max(a, b)));

    private static readonly Gen<(Scenario Scenario, Instant Start, Duration Amount)> WithAmount = Gen.Select(
        Scenario.Any,
        Gen.Long[0, MinuteOracle.Minutes * NodaConstants.NanosecondsPerMinute],
        Gen.Frequency((3, Gen.Long[0, 40 * NodaConstants.NanosecondsPerHour]), (1, Gen.Long[0, 400].Select(h => h * NodaConstants.NanosecondsPerHour))),
        (s, at, amount) => (s, s.From + Duration.FromNanoseconds(at), Duration.FromNanoseconds(amount)));

    [Fact]
    public void IsOpenEqualsTheWallClockDefinitionMinuteByMinute() => Law.Holds(Gen.Select(Scenario.Any, Gen.Long[0, NodaConstants.NanosecondsPerMinute - 1]), given =>
    {
        var (scenario, within) = given;
        var (oracle, calendar) = (scenario.Oracle(), scenario.Definition().Compile());
        for (var minute = 0; minute < MinuteOracle.Minutes; minute++)
        {
            if (oracle.IsOpen(minute) != calendar.IsOpen(oracle.At(minute)) || oracle.IsOpen(minute) != calendar.IsOpen(oracle.At(minute).PlusNanoseconds(within)))
            {
                Assert.Fail($"{oracle.At(minute)} should be {(oracle.IsOpen(minute) ? "open" : "closed")}");
            }
        }
    });

    [Fact]
    public void MeasureCountsTheOpenMinutes() => Law.Holds(WithTwoMinutes, given =>
    {
        var (scenario, from, to) = given;
        var oracle = scenario.Oracle();

        var measured = scenario.Definition().Compile().Measure(oracle.At(from), oracle.At(to));

        Assert.Equal(Duration.FromMinutes(oracle.Count(from, to)), measured);
    }, 150);

    [Fact]
    public void AddIsTheEarliestAndSubtractTheLatestInstantOfTheOracle() => Law.Holds(WithTwoMinutes, given =>
    {
        var (scenario, at, amount) = (given.Item1, given.Item2, given.Item3 % 3000);
        var (oracle, calendar) = (scenario.Oracle(), scenario.Definition().Compile());
        if (oracle.Add(at, amount) is { } due)
        {
            Assert.Equal(oracle.At(due), calendar.Add(oracle.At(at), Duration.FromMinutes(amount)));
        }

        if (oracle.Subtract(at, amount) is { } start)
        {
            Assert.Equal(oracle.At(start), calendar.Subtract(oracle.At(at), Duration.FromMinutes(amount)));
        }
    }, 150);

    [Fact]
    public void OpeningsAndClosingsAreThoseOfTheOracle() => Law.Holds(WithTwoMinutes, given =>
    {
        var (scenario, at, _) = given;
        var (oracle, calendar) = (scenario.Oracle(), scenario.Definition().Compile());
        var instant = oracle.At(at);

        Check(MinuteOracle.First(at, oracle.IsOpen), calendar.NextOpening);
        Check(MinuteOracle.First(at + 1, m => oracle.IsOpen(m - 1) && !oracle.IsOpen(m)), calendar.NextClosing);
        Check(MinuteOracle.Last(at, m => oracle.IsOpen(m - 1)), calendar.PreviousClosing);
        Check(MinuteOracle.Last(at - 1, m => oracle.IsOpen(m) && !oracle.IsOpen(m - 1)), calendar.PreviousOpening);

        void Check(int? expected, Func<Instant, Instant> ask)
        {
            if (expected is { } minute)
            {
                Assert.Equal(oracle.At(minute), ask(instant));
            }
        }
    }, 150);

    [Fact]
    public void MeasuringAnAdditionGivesTheAmount() => Law.Holds(WithAmount, given =>
    {
        var calendar = given.Scenario.Definition().Compile();

        var due = calendar.Add(given.Start, given.Amount);

        Assert.Equal(given.Amount, calendar.Measure(given.Start, due));
        Assert.True(given.Amount == Duration.Zero ? due == given.Start : calendar.Measure(given.Start, due.PlusNanoseconds(-1)) < given.Amount);
    });

    [Fact]
    public void SubtractMirrorsAdd() => Law.Holds(WithAmount, given =>
    {
        var calendar = given.Scenario.Definition().Compile();

        var start = calendar.Subtract(given.Start, given.Amount);

        Assert.Equal(given.Amount, calendar.Measure(start, given.Start));
        Assert.True(given.Amount == Duration.Zero ? start == given.Start : calendar.Measure(start.PlusNanoseconds(1), given.Start) < given.Amount);
        Assert.True(calendar.Add(start, given.Amount) <= given.Start);
        Assert.True(calendar.Subtract(calendar.Add(given.Start, given.Amount), given.Amount) >= given.Start);
    });

    [Fact]
    public void MeasureIsAdditiveAndMonotone() => Law.Holds(Gen.Select(WithTwoMinutes, Gen.Double[0, 1]), given =>
    {
        var ((scenario, from, to), share) = given;
        var calendar = scenario.Definition().Compile();
        var (start, end) = (scenario.From + Duration.FromMinutes(from), scenario.From + Duration.FromMinutes(to));
        var between = start + (end - start) * share;

        var whole = calendar.Measure(start, end);

        Assert.Equal(whole, calendar.Measure(start, between) + calendar.Measure(between, end));
        Assert.True(calendar.Measure(start, between) >= Duration.Zero && calendar.Measure(start, between) <= whole && whole <= end - start);
    });

    [Fact]
    public void AddingInTwoStepsIsAddingAtOnce() => Law.Holds(Gen.Select(WithAmount, Gen.Double[0, 1]), given =>
    {
        var ((scenario, start, amount), share) = given;
        var calendar = scenario.Definition().Compile();
        var first = Duration.FromNanoseconds((long)(amount.ToInt64Nanoseconds() * share));

        Assert.Equal(calendar.Add(start, amount), calendar.Add(calendar.Add(start, first), amount - first));
    });

    [Fact]
    public void AWholeWeekOfWindowsIsElapsedTime() => Law.Holds(WithAmount, given =>
    {
        var zone = Times.Zone(given.Scenario.Zone);
        var tabled = Times.Calendar(
            "UTC",
            Times.On(Times.EveryDay, "00:00-24:00"),
            [new CalendarException.OtherWindows(new DateRule.OnDate(new(1999, 1, 1)), new DailyWindow(Times.Clock("00:00"), Times.Clock("24:00")))]).Compile(zone);
        var always = BusinessCalendar.Always().Compile(zone);

        foreach (var calendar in new[] { tabled, always })
        {
            Assert.Equal(given.Start + given.Amount, calendar.Add(given.Start, given.Amount));
            Assert.Equal(given.Amount, calendar.Measure(given.Start, given.Start + given.Amount));
            Assert.Equal(given.Start - given.Amount, calendar.Subtract(given.Start, given.Amount));
            Assert.True(calendar.IsOpen(given.Start));
        }
    });

    [Fact]
    public void TheTableReachedByOtherQuestionsNeverChangesAnAnswer() => Law.Holds(WithAmount, given =>
    {
        var definition = given.Scenario.Definition();
        var worn = definition.Compile();
        worn.Measure(Times.Utc("1950-01-01T00:00:00Z"), Times.Utc("1960-01-01T00:00:00Z"));
        worn.Measure(Times.Utc("2050-01-01T00:00:00Z"), Times.Utc("2060-01-01T00:00:00Z"));

        Assert.Equal(definition.Compile().Add(given.Start, given.Amount), worn.Add(given.Start, given.Amount));
        Assert.Equal(definition.Compile().NextClosing(given.Start), worn.NextClosing(given.Start));
    }, 12);

    [Fact]
    public void SegmentsSayOfEveryMinuteWhatTheOracleSays() => Law.Holds(WithTwoMinutes, given =>
    {
        var (scenario, from, to) = given;
        var (oracle, calendar) = (scenario.Oracle(), scenario.Definition().Compile());
        var zone = Times.Zone(scenario.Zone);
        var segments = calendar.Segments(oracle.At(from), oracle.At(to));
        var minute = from;
        foreach (var segment in segments)
        {
            Assert.Equal(oracle.At(minute), segment.From);
            for (; minute < to && oracle.At(minute) < segment.To; minute++)
            {
                var expected = oracle.IsOpen(minute) ? SegmentKind.Counted
                    : scenario.Calendar.Holidays.Contains(oracle.At(minute).InZone(zone).Date) ? SegmentKind.Holiday : SegmentKind.Closed;
                if (segment.Kind != expected)
                {
                    Assert.Fail($"{oracle.At(minute)} should be {expected}, not {segment.Kind}");
                }
            }
        }

        Assert.Equal(to, minute);
        Assert.Equal(
            segments.Where(s => s.Kind == SegmentKind.Counted).Select(s => new Interval(s.From, s.To)),
            calendar.OpenIntervals(oracle.At(from), oracle.At(to)));
    }, 100);
}
