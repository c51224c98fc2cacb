using Google.Protobuf.WellKnownTypes;
using NodaTime;

namespace SlaPlatform.Contracts.Time;

/// <summary>Between protobuf timestamps and instants, exact to the nanosecond. Both ends of the years 1 to 9999 are within range.</summary>
public static class InstantConversions
{
    private static readonly Instant Earliest = Instant.FromUtc(1, 1, 1, 0, 0);
    private static readonly long FirstSecond = Earliest.ToUnixTimeSeconds();
    private static readonly long LastSecond = Instant.MaxValue.ToUnixTimeSeconds();

    extension(Timestamp timestamp)
    {
        /// <summary>Reads a timestamp that a caller gave.</summary>
        /// <param name="instant">The instant; the default when the answer is false.</param>
        /// <returns>False when the seconds are outside the years 1 to 9999 or the nanoseconds outside 0 to 999,999,999.</returns>
        public bool TryToInstant(out Instant instant)
        {
            var sound = timestamp.Nanos is >= 0 and < 1_000_000_000
                && timestamp.Seconds >= FirstSecond && timestamp.Seconds <= LastSecond;
            instant = sound ? Instant.FromUnixTimeSeconds(timestamp.Seconds).PlusNanoseconds(timestamp.Nanos) : default;
            return sound;
        }

        /// <summary>Reads a timestamp known to be sound.</summary>
        /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
        public Instant ToInstant() => timestamp.TryToInstant(out var instant)
            ? instant
            : throw new ArgumentOutOfRangeException(nameof(timestamp), timestamp.Seconds, "A timestamp lies in the years 1 to 9999, with 0 to 999,999,999 nanoseconds.");
    }

    /// <summary>The instant as a timestamp.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before the year 1; none lies after 9999.</exception>
    public static Timestamp ToTimestamp(this Instant instant)
    {
        if (instant < Earliest)
        {
            throw new ArgumentOutOfRangeException(nameof(instant), instant, "A timestamp holds the years 1 to 9999.");
        }

        var seconds = instant.ToUnixTimeSeconds();
        var nanos = (instant - Instant.FromUnixTimeSeconds(seconds)).SubsecondNanoseconds;
        return new Timestamp { Seconds = seconds, Nanos = nanos };
    }
}
