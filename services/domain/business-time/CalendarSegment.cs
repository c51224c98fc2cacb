using NodaTime;

namespace SlaPlatform.BusinessTime;

/// <summary>A stretch of time of one kind, half-open.</summary>
/// <param name="From">Its first instant.</param>
/// <param name="To">The first instant after it; later than <paramref name="From"/>.</param>
/// <param name="Kind">What the stretch is.</param>
/// <param name="Holiday">The holiday's name when <paramref name="Kind"/> is <see cref="SegmentKind.Holiday"/>, else null.</param>
public sealed record CalendarSegment(Instant From, Instant To, SegmentKind Kind, string? Holiday = null)
{
    /// <summary>The elapsed time of the stretch.</summary>
    public Duration Duration => To - From;

    /// <summary>What the stretch adds to consumed time: its duration when counted or elapsed, else zero.</summary>
    public Duration Credited => Kind is SegmentKind.Counted or SegmentKind.Elapsed ? Duration : Duration.Zero;
}
