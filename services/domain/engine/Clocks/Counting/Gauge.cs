using NodaTime;
using SlaPlatform.BusinessTime;

namespace SlaPlatform.Engine.Clocks.Counting;

/// <summary>Measures units on one calendar.</summary>
/// <param name="Calendar">The calendar.</param>
/// <param name="Id">Its id in the policy.</param>
/// <param name="Weight">Units per nanosecond of its open time.</param>
internal readonly record struct Gauge(CompiledCalendar Calendar, string Id, Int128 Weight)
{
    /// <summary>The units in an interval.</summary>
    public Int128 Measure(Instant from, Instant to) => Calendar.Measure(from, to).ToInt128Nanoseconds() * Weight;

    /// <summary>The earliest instant by which the units have passed.</summary>
    public Instant Reach(Instant from, Int128 units) =>
        Calendar.Add(from, Duration.FromNanoseconds((units + Weight - 1) / Weight));
}
