using NodaTime;
using SlaPlatform.BusinessTime;

namespace SlaPlatform.Engine.Availability;

/// <summary>The hours of a calendar month that a figure is made of. Which of them count is not decided here.</summary>
public sealed record MonthHours
{
    private MonthHours(Duration measured, Duration downtime)
    {
        Measured = measured;
        Downtime = downtime;
    }

    /// <summary>What is taken as the longest month: 31 days and the two hours that the clocks of Antarctica/Troll repeat every October.</summary>
    public static Duration LongestMonth { get; } = Duration.FromHours(746);

    /// <summary>The service hours less the scheduled maintenance; more than zero.</summary>
    public Duration Measured { get; }

    /// <summary>Downtime that counts; from zero to <see cref="Measured"/>.</summary>
    public Duration Downtime { get; }

    /// <summary>Checks the hours.</summary>
    /// <param name="service">Service hours: more than zero, at most <see cref="LongestMonth"/>.</param>
    /// <param name="maintenance">Scheduled maintenance within them: zero or more, and less than they are, for a month without measured hours has no figure.</param>
    /// <param name="downtime">Downtime that counts, outside the maintenance: zero or more, at most the measured hours.</param>
    /// <returns>The hours, or every duration that is out of its bounds, under <c>service_duration</c>, <c>maintenance_duration</c>, <c>downtime_duration</c>.</returns>
    public static Validated<MonthHours> Of(Duration service, Duration maintenance, Duration downtime)
    {
        var faults = new List<Violation>();
        Check(service > Duration.Zero && service <= LongestMonth, "service_duration", "It must be more than zero and at most 746 hours, taken as the longest month; correct it.");
        Check(maintenance >= Duration.Zero, "maintenance_duration", "It is negative; give zero or more.");
        Check(downtime >= Duration.Zero, "downtime_duration", "It is negative; give zero or more.");
        if (faults.Count == 0)
        {
            Check(maintenance < service, "maintenance_duration", "It leaves no service time to measure; give less than the service hours.");
        }

        if (faults.Count == 0)
        {
            Check(downtime <= service - maintenance, "downtime_duration", "It is longer than the service hours less the maintenance; leave out downtime within maintenance.");
        }

        return Validated.From(faults, () => new MonthHours(service - maintenance, downtime));

        void Check(bool isSound, string field, string description)
        {
            if (!isSound)
            {
                faults.Add(new Violation(field, description));
            }
        }
    }
}
