using NodaTime;

namespace SlaPlatform.BusinessTime.Tests;

/// <summary>Allocated bytes are gated, time is not: a machine may be busy, an allocation is one always.</summary>
public sealed class CompiledCalendarAllocationTests
{
    private const int Rounds = 100;
    private static readonly Instant Start = Times.Utc("2024-03-29T16:45:00Z");
    private static readonly Duration[] Distances = [Duration.FromHours(1), Duration.FromDays(30), Duration.FromDays(3652)];

    public static TheoryData<string> Calendars => ["24x7", "24x5", "office"];

    [Theory]
    [MemberData(nameof(Calendars))]
    public void Add_TablesReachFarEnough_AllocatesNothing(string name)
    {
        var calendar = Compile(name);

        var allocated = AllocatedBy(distance => calendar.Add(Start, distance / 5).ToUnixTimeTicks());

        Assert.Equal(0, allocated);
    }

    [Theory]
    [MemberData(nameof(Calendars))]
    public void Measure_TablesReachFarEnough_AllocatesNothing(string name)
    {
        var calendar = Compile(name);

        var allocated = AllocatedBy(distance => calendar.Measure(Start, Start + distance).BclCompatibleTicks);

        Assert.Equal(0, allocated);
    }

    private static CompiledCalendar Compile(string name) => (name switch
    {
        "24x7" => BusinessCalendar.Always(),
        "24x5" => Times.Calendar("Europe/Brussels", Times.On(Times.Weekdays, "00:00-24:00")),
        _ => Times.Office("Europe/Brussels", [.. Enumerable.Range(2024, 11).SelectMany(HolidaysOf)]),
    }).Compile();

    private static IEnumerable<CalendarException> HolidaysOf(int year) =>
        new[] { new LocalDate(year, 1, 1), new LocalDate(year, 5, 1), new LocalDate(year, 12, 25) }
            .Select(date => new CalendarException.Closed(new DateRule.OnDate(date), "holiday"));

    /// <summary>The bytes that this thread allocates by asking again what was asked before.</summary>
    private static long AllocatedBy(Func<Duration, long> ask)
    {
        var sum = Distances.Sum(ask);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++)
        {
            foreach (var distance in Distances)
            {
                sum ^= ask(distance);
            }
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(sum);
        return allocated;
    }
}
