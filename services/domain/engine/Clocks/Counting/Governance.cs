using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks.Checkpoints;
using SlaPlatform.Engine.Clocks.Folding;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks.Counting;

/// <summary>Follows an occurrence through changes of severity and plan, and through reopenings that restart it.</summary>
internal static class Governance
{
    /// <summary>The occurrence under the targets that governed it; null when nothing is promised for it.</summary>
    public static Progress? Of(Timeline timeline, Occurrence occurrence)
    {
        if (timeline.Since?.Find(occurrence.Kind, occurrence.Sequence) is { } carried)
        {
            return GoOn(timeline, occurrence, carried);
        }

        var state = new State(timeline, occurrence);
        state.Begin(occurrence.Event);
        foreach (var change in Changes(timeline, occurrence))
        {
            state.Change(change);
        }

        return state.Target is not { } target ? null : new Progress
        {
            Occurrence = occurrence,
            Latest = new Promise(target, state.Level, state.Terms),
            Clocks = state.Clocks,
        };
    }

    /// <summary>After a checkpoint nothing changes what governs: its clocks run on.</summary>
    private static Progress GoOn(Timeline timeline, Occurrence occurrence, CarriedMilestone carried)
    {
        var (terms, level) = (timeline.Plans.Last, timeline.Ruling.Last);
        return new Progress
        {
            Occurrence = occurrence,
            Latest = new Promise(terms.FindTarget(level, occurrence.Kind)!, level, terms),
            Clocks = [.. carried.Clocks.Select(clock => GoOn(timeline, occurrence, clock))],
        };
    }

    private static RunningClock GoOn(Timeline timeline, Occurrence occurrence, CarriedClock clock)
    {
        var terms = timeline.Book[clock.Plan];
        var target = terms.FindTarget(clock.Level, occurrence.Kind)!;
        return RunningClock.Count(timeline, occurrence, terms, target.Commitment.Timing!, clock.Start, new Promise(target, clock.Level, terms), clock);
    }

    /// <summary>The instants after the start and before the end at which the target may change; a met milestone stays as it was met.
    /// The change that made the first answer automatic is the one that met it.</summary>
    private static IEnumerable<Instant> Changes(Timeline timeline, Occurrence occurrence) =>
        timeline.Plans.ChangesBetween(occurrence.Event, occurrence.Ended)
            .Concat(timeline.Ruling.ChangesBetween(occurrence.Event, occurrence.Ended))
            .Concat(occurrence.Answered.Select(answered => answered.End).Where(end => end > occurrence.Event && (occurrence.Ended is not { } ended || end < ended)))
            .Concat(occurrence is { Acknowledged: true, Met: { } acknowledged } ? [acknowledged] : [])
            .Concat(ChangedJustBeforeItsEnd(timeline, occurrence) ? [occurrence.Ended!.Value] : [])
            .Distinct()
            .Order();

    /// <summary>Of facts at one instant the order of record holds: a change told before the fact that ended the milestone still governs it.</summary>
    private static bool ChangedJustBeforeItsEnd(Timeline timeline, Occurrence occurrence) =>
        occurrence.Ended is { } ended && ended > occurrence.Event
        && timeline.Times.First(ended, MarkKind.Retargeted) is { } changed && changed.At == ended && changed.Sequence < occurrence.EndSequence;

    private sealed class State(Timeline timeline, Occurrence occurrence)
    {
        private PlanTerms terms = timeline.Plans.At(occurrence.Event);
        private Instant origin = occurrence.Event;

        public PlanTerms Terms => terms;

        public Target? Target { get; private set; }

        public int Level { get; private set; }

        public ImmutableArray<RunningClock> Clocks { get; private set; } = [];

        public void Begin(Instant at)
        {
            Set(at);
            Clocks = Start(origin) is { } clock ? [clock] : [];
        }

        public void Change(Instant at)
        {
            var (before, termsBefore) = (Target, terms);
            Set(at);
            var timing = Target?.Commitment.Timing;
            if (timing?.OnReopen == ReopenRule.Restart && occurrence.Answered.Any(answered => answered.End == at))
            {
                origin = Restart(at) ? at : origin;
                return;
            }

            if (before == Target && ReferenceEquals(terms, termsBefore))
            {
                return;
            }

            switch (timing?.OnChange ?? ChangeRule.Retroactive)
            {
                case ChangeRule.Restart:
                    Restart(at);
                    break;
                case ChangeRule.KeepEarlier:
                    Clocks = Start(origin) is { } later ? Clocks.Add(later) : Clocks;
                    break;
                default:
                    Clocks = Start(origin) is { } anew ? [anew] : [];
                    break;
            }
        }

        private void Set(Instant at)
        {
            terms = timeline.Plans.At(at);
            Level = timeline.Ruling.At(at);
            Target = terms.FindTarget(Level, occurrence.Kind);
        }

        /// <summary>Counts from now on, unless the due time had passed before: it stays passed.</summary>
        private bool Restart(Instant at)
        {
            if (Clocks.Any(clock => clock.Due < at))
            {
                return false;
            }

            Clocks = Start(at) is { } clock ? [clock] : [];
            return true;
        }

        private RunningClock? Start(Instant at) =>
            Target?.Commitment.Timing is { } timing && StartOf(timing.Start, at) is { } start
                ? RunningClock.Count(timeline, occurrence, terms, timing, start, new Promise(Target, Level, terms))
                : null;

        private Instant? StartOf(StartRule rule, Instant at) => rule switch
        {
            StartRule.NextOpening gate => TimeOf(gate.Trigger, at) is { } triggered ? terms.Calendar(gate.Calendar).NextOpening(triggered) : null,
            StartRule.LaterOf both => TimeOf(both.First, at) is { } first && TimeOf(both.Second, at) is { } second ? Instant.Max(first, second) : null,
            StartRule.FromOnce once => TimeOf(once.Once, at) is null ? null : TimeOf(once.From, at),
            StartRule.At simple => TimeOf(simple.Trigger, at),
            _ => at,
        };

        /// <summary>The time of an event, but not before the clock is to start; the events that begin an occurrence stand for themselves.</summary>
        private Instant? TimeOf(StartEvent trigger, Instant at) => trigger switch
        {
            StartEvent.Confirmed => NotBefore(at, timeline.First(timeline.Received, MarkKind.Confirmed)),
            StartEvent.WorkaroundProvided => NotBefore(at, timeline.First(timeline.Received, MarkKind.WorkaroundProvided)),
            StartEvent.AgentResponded when !occurrence.Recurs => NotBefore(at, timeline.First(occurrence.Event, MarkKind.AgentResponded, MarkKind.Acknowledged)),
            StartEvent.CustomerReplied when !occurrence.Recurs => NotBefore(at, timeline.First(occurrence.Event, MarkKind.CustomerReplied)),
            _ => at,
        };

        private static Instant? NotBefore(Instant at, Instant? known) => known is { } time ? Instant.Max(at, time) : null;
    }
}
