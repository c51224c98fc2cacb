using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Clocks.Counting;
using SlaPlatform.Engine.Clocks.Folding;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks.Signalling;

/// <summary>
/// The rungs that a ticket reaches. Each fires once; its resolution withdraws those not reached. Rungs reached before a change of
/// severity or plan stand; after it those of the new level's ladder follow, counted from receipt.
/// </summary>
internal static class LadderSignals
{
    public static IEnumerable<Candidate> Of(Timeline timeline, ImmutableArray<Progress> milestones)
    {
        if (timeline.Opening.TargetsExemptReason is not null)
        {
            return [];
        }

        var reached = new List<Candidate>();
        var since = timeline.Received;
        foreach (var change in timeline.Changes)
        {
            // Terms that a change of the same instant replaced never held.
            if (change.At > since && timeline.Before(change) is var before && HasLadder(before))
            {
                reached.AddRange(Climb(before, Schedule.MilestonesOf(before), reached).Where(rung => rung.Due < change.At).ToList());
            }

            since = change.At;
        }

        return reached.Concat(Climb(timeline, milestones, reached));
    }

    private static bool HasLadder(Timeline timeline) =>
        timeline.Plans.Last.FindEscalation(timeline.Ruling.Last) is not (null or Escalation.NotApplicable);

    /// <summary>The rungs under the last terms, without those reached under earlier ones.</summary>
    private static IEnumerable<Candidate> Climb(Timeline timeline, ImmutableArray<Progress> milestones, List<Candidate> reached)
    {
        var terms = timeline.Plans.Last;
        if (terms.FindEscalation(timeline.Ruling.Last) is not { } escalation)
        {
            return [];
        }

        var levels = terms.Policy.Ladders[escalation.Ladder].Levels;
        var rungs = escalation switch
        {
            Escalation.AtInterval interval => AtIntervals(timeline, milestones, terms, interval, levels),
            Escalation.OnBreach breach => OnBreaches(milestones, breach, levels, timeline.Marks[0].Sequence),
            _ => [],
        };
        // A rung climbed at an interval and one climbed for a breach are the same rung; keys differ by the milestone only.
        return rungs.Where(rung => !reached.Any(known => known.Key.Occurrence == rung.Key.Occurrence && known.Key.Detail == rung.Key.Detail));
    }

    private static IEnumerable<Candidate> AtIntervals(
        Timeline timeline, ImmutableArray<Progress> milestones, PlanTerms terms, Escalation.AtInterval escalation, ImmutableArray<LocalizedText> levels)
    {
        // A reopening that begins a new cycle begins to climb anew.
        return milestones
            .Where(progress => progress.Occurrence.Kind == escalation.Follows && progress.ExemptReason is null)
            .SelectMany(followed => AtIntervals(timeline, followed, terms, escalation, levels));
    }

    private static IEnumerable<Candidate> AtIntervals(
        Timeline timeline, Progress followed, PlanTerms terms, Escalation.AtInterval escalation, ImmutableArray<LocalizedText> levels)
    {
        var timing = new Timing
        {
            Amount = escalation.Interval,
            Calendar = escalation.Calendar,
            PausedBy = followed.Target.Commitment.Timing?.PausedBy ?? [],
        };
        var occurrence = followed.Occurrence;
        var clock = RunningClock.Count(timeline, occurrence, terms, timing, occurrence.Event);
        for (var rung = 1; rung <= levels.Length; rung++)
        {
            var reached = clock.Reach(clock.Meter.Units(Times(escalation.Interval, rung), clock.Start));
            if (reached is { } at && (occurrence.Ended is not { } ended || at < ended))
            {
                yield return Rung(escalation.Follows, occurrence.Sequence, rung, levels[rung - 1], at);
            }
        }
    }

    private static IEnumerable<Candidate> OnBreaches(
        ImmutableArray<Progress> milestones, Escalation.OnBreach escalation, ImmutableArray<LocalizedText> levels, long opening)
    {
        var breaches = milestones
            .Where(progress => escalation.Follows.IsEmpty || escalation.Follows.Contains(progress.Occurrence.Kind))
            .Where(progress => progress.Breach is not null)
            .OrderBy(progress => progress.Breach)
            .ThenBy(progress => progress.Occurrence.Kind)
            .ThenBy(progress => progress.Occurrence.Sequence)
            .Take(levels.Length);
        var rung = 0;
        foreach (var breach in breaches)
        {
            rung++;
            yield return Rung(null, opening, rung, levels[rung - 1], breach.Breach!.Value);
        }
    }

    private static Candidate Rung(MilestoneKind? followed, long occurrence, int rung, LocalizedText role, Instant at) =>
        new(new SignalKey(SignalKind.RungReached, followed, occurrence, rung.ToString(System.Globalization.CultureInfo.InvariantCulture), null), at, role.English);

    private static Amount Times(Amount amount, int times) => amount switch
    {
        Amount.OpenTime open when open.Duration * times <= Amount.MostOpenTime => new Amount.OpenTime(open.Duration * times),
        Amount.BusinessDays days when days.Count * times <= Amount.MostBusinessDays => new Amount.BusinessDays(days.Count * times),
        Amount.CalendarDays days when days.Count * times <= Amount.MostCalendarDays => new Amount.CalendarDays(days.Count * times),
        Amount.CalendarMonths months when months.Count * times <= Amount.MostCalendarMonths => new Amount.CalendarMonths(months.Count * times),
        _ => throw new CalendarHorizonException($"Rung {times} of a ladder with an interval of {amount} lies more than 20 years ahead; use a shorter interval."),
    };
}
