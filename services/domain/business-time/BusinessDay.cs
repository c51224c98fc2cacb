using NodaTime;

namespace SlaPlatform.BusinessTime;

/// <summary>What one business day of a calendar means.</summary>
public abstract record BusinessDay
{
    private BusinessDay()
    {
    }

    /// <summary>A fixed amount of open time.</summary>
    /// <param name="Duration">More than zero, at most 24 hours; checked by the calendar.</param>
    public sealed record Length(Duration Duration) : BusinessDay;

    /// <summary>The same local time on the next open date, a date with open time on it.</summary>
    public sealed record SameTime : BusinessDay;
}
