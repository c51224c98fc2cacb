using NodaTime;
using ProtobufDuration = Google.Protobuf.WellKnownTypes.Duration;

namespace SlaPlatform.Contracts.Time;

/// <summary>Between protobuf durations and durations, exact to the nanosecond, up to 315,576,000,000 seconds (about 10,000 years) either way.</summary>
public static class DurationConversions
{
    private const long MostSeconds = 315_576_000_000;
    private const int NanosecondsPerSecond = 1_000_000_000;

    extension(ProtobufDuration duration)
    {
        /// <summary>Reads a duration that a caller gave.</summary>
        /// <param name="value">The duration; zero when the answer is false.</param>
        /// <returns>False when it is too long, or seconds and nanoseconds differ in sign.</returns>
        public bool TryToNodaDuration(out Duration value)
        {
            var sound = duration.Seconds is >= -MostSeconds and <= MostSeconds
                && duration.Nanos is > -NanosecondsPerSecond and < NanosecondsPerSecond
                && (duration.Seconds == 0 || duration.Nanos == 0 || duration.Seconds > 0 == duration.Nanos > 0);
            value = sound ? Duration.FromSeconds(duration.Seconds) + Duration.FromNanoseconds(duration.Nanos) : Duration.Zero;
            return sound;
        }

        /// <summary>Reads a duration known to be sound.</summary>
        /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
        public Duration ToNodaDuration() => duration.TryToNodaDuration(out var value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(duration), duration.Seconds, "A duration has at most 315,576,000,000 seconds, and nanoseconds of the same sign.");
    }

    /// <summary>The duration as a protobuf one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is longer than 315,576,000,000 seconds either way.</exception>
    public static ProtobufDuration ToProtobufDuration(this Duration duration)
    {
        var bound = Duration.FromSeconds(MostSeconds);
        if (duration < -bound || duration > bound)
        {
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "A protobuf duration has at most 315,576,000,000 seconds.");
        }

        var seconds = (duration.Days * (long)NodaConstants.SecondsPerDay) + (duration.NanosecondOfDay / NanosecondsPerSecond);
        return new ProtobufDuration { Seconds = seconds, Nanos = duration.SubsecondNanoseconds };
    }
}
