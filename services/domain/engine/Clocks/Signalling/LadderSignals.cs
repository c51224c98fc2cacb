using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Clocks.Checkpoints;
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

        var reached = Reached(timeline);
        return reached.Concat(Climb(timeline, milestones, reached));
    }

    /// <summary>The rungs reached under earlier terms, or that a checkpoint says stay reached.</summary>
    public static List<Candidate> Reached(Timeline timeline)
    {
        List<Candidate> reached = [.. (timeline.Since?.Rungs ?? []).Select(rung => new Candidate(rung.Key, rung.Due, rung.Role))];
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

        return reached;
    }

    /// <summary>The clocks by which the ladder follows an occurrence: one under each promise that may come to govern it; none when no ladder does.</summary>
    public static ImmutableArray<RunningClock> ClocksOf(Timeline timeline, Progress followed)
    {
        var terms = timeline.Plans.Last;
        return terms.FindEscalation(timeline.Ruling.Last) is not Escalation.AtInterval escalation || escalation.Follows != followed.Occurrence.Kind ? []
            : followed.Clocks.IsEmpty ? [ClockOf(timeline, followed, terms, escalation, followed.Latest, 0)]
            : [.. followed.Clocks.Select((clock, index) => ClockOf(timeline, followed, terms, escalation, clock.Promise!, index))];
    }

    private static RunningClock ClockOf(
        Timeline timeline, Progress followed, PlanTerms terms, Escalation.AtInterval escalation, Promise promise, int index)
    {
        var timing = new Timing
        {
            Amount = escalation.Interval,
            Calendar = escalation.Calendar,
            PausedBy = promise.Target.Commitment.Timing?.PausedBy ?? [],
        };
        var occurrence = followed.Occurrence;
        var carried = timeline.Since?.Find(occurrence.Kind, occurrence.Sequence)?.Ladders[index];
        return RunningClock.Count(timeline, occurrence, terms, timing, occurrence.Event, promise, carried);
    }

    /// <summary>When a rung is reached on a ladder's clock.</summary>
    public static Instant? Reach(RunningClock clock, int rung) =>
        clock.ReachedBefore(rung - 1) ?? clock.Reach(clock.Meter.Units(Times(clock.Timing.Amount, rung), clock.Start));

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
            Escalation.OnBreach breach => OnBreaches(timeline, milestones, breach, levels),
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
        var occurrence = followed.Occurrence;
        var index = followed.Governing is { } governing ? followed.Clocks.IndexOf(governing) : 0;
        var clock = ClockOf(timeline, followed, terms, escalation, followed.Governing?.Promise ?? followed.Latest, index);
        for (var rung = 1; rung <= levels.Length; rung++)
        {
            if (Reach(clock, rung) is { } at && (occurrence.Ended is not { } ended || at < ended))
            {
                yield return Rung(escalation.Follows, occurrence.Sequence, rung, levels[rung - 1], at);
            }
        }
    }

    private static IEnumerable<Candidate> OnBreaches(
        Timeline timeline, ImmutableArray<Progress> milestones, Escalation.OnBreach escalation, ImmutableArray<LocalizedText> levels) =>
        FirstBreaches(timeline, milestones, escalation, levels.Length)
            .Select((breach, index) => Rung(null, timeline.OpeningSequence, index + 1, levels[index], breach.At));

    /// <summary>The first breaches of a ticket that its ladder follows, those before a checkpoint included.</summary>
    public static IEnumerable<SettledBreach> FirstBreaches(Timeline timeline, IEnumerable<Progress> milestones, Escalation.OnBreach escalation, int most) =>
        milestones
            .Where(progress => escalation.Follows.IsEmpty || escalation.Follows.Contains(progress.Occurrence.Kind))
            .Where(progress => progress.Breach is not null)
            .Select(progress => new SettledBreach(progress.Breach!.Value, progress.Occurrence.Kind, progress.Occurrence.Sequence))
            .Concat(timeline.Since?.FirstBreaches ?? [])
            .OrderBy(breach => breach.At)
            .ThenBy(breach => breach.Kind)
            .ThenBy(breach => breach.Occurrence)
            .Take(most);

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
