using NodaTime;

namespace SlaPlatform.Engine.Clocks.Counting;

/// <summary>A stretch in which a clock counts on one calendar or stands still for one reason.</summary>
/// <param name="From">Its first instant.</param>
/// <param name="To">The instant after it, or null when it goes on.</param>
/// <param name="Kind">Whether it counts.</param>
/// <param name="Reason">The pause's reason or the exclusion's clause; empty when counting.</param>
/// <param name="Line">The line the ticket is with.</param>
/// <param name="Gauge">What measures it while it counts.</param>
/// <param name="Before">Units consumed before it.</param>
internal sealed record Span(Instant From, Instant? To, SpanKind Kind, string Reason, string Line, Gauge Gauge, Int128 Before)
{
    public bool Counts => Kind == SpanKind.Counting;

    /// <summary>When the units will have been consumed if this span reaches that far; null when it does not.</summary>
    public Instant? Reach(Int128 units)
    {
        if (!Counts)
        {
            return null;
        }

        var at = Gauge.Reach(From, Int128.Max(0, units - Before));
        return To is { } end && at >= end ? null : at;
    }

    /// <summary>Units consumed up to an instant within it.</summary>
    public Int128 ConsumedAt(Instant instant) => Counts && instant > From ? Before + Gauge.Measure(From, instant) : Before;
}
