using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks.Checkpoints;
using SlaPlatform.Engine.Clocks.Folding;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks.Counting;

/// <summary>
/// One target counted from one start over a timeline: its spans, and when any number of units is reached.
/// Reaching an amount exactly when a pause begins lands at the resumption.
/// </summary>
internal sealed class RunningClock
{
    private readonly CarriedClock? carried;

    private RunningClock(
        PlanTerms terms, Timing timing, Promise? promise, Instant start, Meter meter, ImmutableArray<Span> spans, CarriedClock? carried)
    {
        this.carried = carried;
        Promise = promise;
        Terms = terms;
        Timing = timing;
        Start = start;
        Meter = meter;
        Spans = spans;
        Total = meter.Units(timing.Amount, start);
        Due = carried?.Due ?? Reach(Total);
    }

    public PlanTerms Terms { get; }

    public Timing Timing { get; }

    /// <summary>The promise that it counts for; null for a ladder's.</summary>
    public Promise? Promise { get; }

    public Instant Start { get; }

    public Meter Meter { get; }

    /// <summary>After a checkpoint, from the last span before it on.</summary>
    public ImmutableArray<Span> Spans { get; }

    /// <summary>The line that the ticket was with at the start. A checkpoint's holds only from a later span on: its first span's may still change.</summary>
    public string FirstLine => carried is { } known && known.From > Start ? known.FirstLine : Spans[0].Line;

    /// <summary>The units of the target.</summary>
    public Int128 Total { get; }

    /// <summary>When the target is used up if nothing more is told; null while it stands still.</summary>
    public Instant? Due { get; }

    public static RunningClock Count(
        Timeline timeline, Occurrence occurrence, PlanTerms terms, Timing timing, Instant start, Promise? promise = null, CarriedClock? carried = null)
    {
        var meter = new Meter(terms, timing);
        var spans = ImmutableArray.CreateBuilder<Span>();
        var consumed = carried?.Before ?? Int128.Zero;
        var end = occurrence.Ended is { } ended && ended > start ? ended : occurrence.Ended is null ? (Instant?)null : start;
        var points = Points(timeline, occurrence, carried?.From ?? start, end);
        for (var i = 0; i < points.Count; i++)
        {
            var from = points[i];
            var to = i + 1 < points.Count ? points[i + 1] : end;
            // What ended before it could start stays as it stood then, whatever is told of the start later.
            var at = occurrence.Ended is { } over && over <= start ? over - Duration.Epsilon : from;
            var (kind, reason) = StandingAt(timeline, occurrence, timing, at);
            var line = timeline.Lines.At(at);
            var span = new Span(from, to, kind, reason, line, meter.On(line), consumed);
            spans.Add(span);
            consumed = to is { } next ? span.ConsumedAt(next) : consumed;
        }

        return new RunningClock(terms, timing, promise, start, meter, spans.ToImmutable(), carried);
    }

    /// <summary>When each of the warnings comes, or null when it never shows while it counts.</summary>
    public IEnumerable<(Warning Warning, Instant? At)> Warnings =>
        Terms.WarningsOf(Timing).Select((warning, index) => (warning, ReachedBefore(index) ?? WarnTime(warning)));

    /// <summary>When the clock reached its n-th warning or rung before the last span that a checkpoint carried, or null.</summary>
    public Instant? ReachedBefore(int index) => carried is { } known && index < known.Reached.Length ? known.Reached[index] : null;

    /// <summary>When the units are reached; an occurrence's end that comes at the very instant comes first.</summary>
    public Instant? Reach(Int128 units)
    {
        for (var i = 0; i < Spans.Length; i++)
        {
            // Only a span by whose end the units are consumed can reach them; most are passed over without asking the calendar.
            var falls = i + 1 < Spans.Length && Spans[i + 1].Before < units;
            if (!falls && Spans[i].Reach(units) is { } at)
            {
                return at;
            }
        }

        return Spans[^1] is { To: { } end } last && last.Counts && last.ConsumedAt(end) <= units ? last.Gauge.Reach(end, units - last.ConsumedAt(end)) : null;
    }

    /// <summary>When the due time is a wall-clock lead away, or null when that never shows while it counts.</summary>
    private Instant? ReachBefore(Duration lead)
    {
        // Counted without any pause, the lead would begin before the start: it is longer than the target.
        if (Meter.On(FirstLine).Reach(Start, Total) - Start < lead)
        {
            return null;
        }

        foreach (var span in Spans)
        {
            if (!span.Counts)
            {
                continue;
            }

            var landing = span.Gauge.Reach(span.From, Int128.Max(0, Total - span.Before));
            var at = Instant.Max(span.From, landing - lead);
            if (span.To is not { } end || at < end)
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>The span at an instant; before the start, the first.</summary>
    public Span SpanAt(Instant instant) => Spans.LastOrDefault(span => span.From <= instant) ?? Spans[0];

    /// <summary>Units consumed up to an instant.</summary>
    public Int128 ConsumedAt(Instant instant)
    {
        var span = SpanAt(instant);
        return span.ConsumedAt(span.To is { } end && end < instant ? end : instant);
    }

    /// <summary>Units as time on the target's own calendar, rounded down to the nanosecond.</summary>
    public Duration ToDuration(Int128 units) => Duration.FromNanoseconds(units / Meter.Own.Weight);

    private Instant? WarnTime(Warning warning) => warning switch
    {
        Warning.AtPercent share => Reach(((Total * share.Percent) + 99) / 100),
        Warning.BeforeDue fixedTime => ReachBefore(fixedTime.Lead),
        _ => null,
    };

    private static List<Instant> Points(Timeline timeline, Occurrence occurrence, Instant start, Instant? end)
    {
        List<Instant> points = [
            start,
            .. timeline.Holds.ChangesBetween(start, end),
            .. timeline.Exclusions.ChangesBetween(start, end),
            .. timeline.Lines.ChangesBetween(start, end),
            .. timeline.Plans.ChangesBetween(start, end)];
        foreach (var answered in occurrence.Answered)
        {
            foreach (var edge in (ReadOnlySpan<Instant>)[answered.Start, answered.End])
            {
                if (edge > start && (end is not { } known || edge < known))
                {
                    points.Add(edge);
                }
            }
        }

        points.Sort();
        return [.. points.Distinct()];
    }

    private static (SpanKind Kind, string Reason) StandingAt(Timeline timeline, Occurrence occurrence, Timing timing, Instant at)
    {
        if (occurrence.IsAnswered(at))
        {
            return (SpanKind.Answered, "resolved");
        }

        if (timeline.ExclusionOf(occurrence.Kind, at) is { } clause)
        {
            return (SpanKind.Excluded, clause);
        }

        var hold = timeline.Holds.At(at);
        if (hold.WaitingReason is not null && timing.PausedBy.Contains(Timing.WaitingOnCustomer))
        {
            return (SpanKind.Paused, hold.WaitingReason.Length == 0 ? Timing.WaitingOnCustomer : $"{Timing.WaitingOnCustomer}: {hold.WaitingReason}");
        }

        return hold.PauseReason is { } reason && (timing.PausedBy.Contains(Timing.AnyPause) || timing.PausedBy.Contains(reason))
            ? (SpanKind.Paused, reason)
            : (SpanKind.Counting, "");
    }
}
