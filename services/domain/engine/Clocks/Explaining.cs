using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Clocks.Counting;
using SlaPlatform.Engine.Clocks.Signalling;

namespace SlaPlatform.Engine.Clocks;

/// <summary>Derives a milestone's due time in segments that add up.</summary>
internal static class Explaining
{
    /// <summary>Every timed milestone's, by kind, then occurrence, from one folding of the facts.</summary>
    public static ImmutableArray<MilestoneDerivation> ExplainAll(TicketLog log, PlanBook book, Instant now)
    {
        var schedule = Schedule.Of(log, book);
        return [.. Viewing.Milestones(schedule, now)
            .Where(milestone => milestone.Target.Commitment.IsTimed)
            .Select(milestone => Explain(schedule, milestone.Id, now)!)];
    }

    public static MilestoneDerivation? Explain(TicketLog log, PlanBook book, MilestoneId id, Instant now) => Explain(Schedule.Of(log, book), id, now);

    private static MilestoneDerivation? Explain(Schedule schedule, MilestoneId id, Instant now)
    {
        var ofKind = schedule.Milestones.Where(candidate => candidate.Occurrence.Kind == id.Kind).ToList();
        var index = ofKind.FindIndex(candidate => candidate.Occurrence.Sequence == id.Occurrence);
        if (index < 0)
        {
            return null;
        }

        var progress = ofKind[index];
        var view = Viewing.MilestoneAt(schedule.Timeline, progress, index + 1, now);
        var start = progress.Occurrence.Event;
        if (progress.ExemptReason is not null || progress.Governing is not { } clock)
        {
            return new MilestoneDerivation(view, start, start, [], Landings.Uncounted(view));
        }

        var asked = progress.Occurrence.Ended is { } ended ? Instant.Min(ended, now) : now;
        var end = clock.Due ?? Instant.Max(asked, clock.Start);
        var segments = Gate(start, clock).Concat(clock.Spans.SelectMany(span => Segments(clock, span, end))).ToImmutableArray();
        return new MilestoneDerivation(view, Instant.Min(start, clock.Start), end, segments, Landings.Of(view, clock, end));
    }

    private static IEnumerable<DerivationSegment> Gate(Instant start, RunningClock clock)
    {
        if (clock.Start > start)
        {
            yield return new(start, clock.Start, DerivationRule.Gate, "", "", "", Duration.Zero, null);
        }
    }

    private static IEnumerable<DerivationSegment> Segments(RunningClock clock, Span span, Instant end)
    {
        // The last span of an ended milestone is carried on to its due time: that is where it would have landed.
        var last = ReferenceEquals(span, clock.Spans[^1]);
        var to = last || span.To is not { } known || known > end ? end : known;
        if (to <= span.From)
        {
            yield break;
        }

        if (!span.Counts)
        {
            var rule = span.Kind == SpanKind.Excluded ? DerivationRule.Excluded : DerivationRule.Paused;
            yield return new(span.From, to, rule, span.Reason, "", span.Line, Duration.Zero, null);
            yield break;
        }

        var day = !clock.Meter.IsCivil && clock.Timing.Amount is Amount.BusinessDays ? span.Gauge.Calendar.BusinessDayLength : null;
        foreach (var part in span.Gauge.Calendar.Segments(span.From, to))
        {
            var rule = part.Kind switch
            {
                SegmentKind.Closed => DerivationRule.Closed,
                SegmentKind.Holiday => DerivationRule.Holiday,
                _ => DerivationRule.Counted,
            };
            yield return new(part.From, part.To, rule, part.Holiday ?? "", span.Gauge.Id, span.Line, part.Credited, day);
        }
    }
}
