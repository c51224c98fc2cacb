using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks.Folding;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks.Counting;

/// <summary>Follows an occurrence through changes of severity and plan, and through reopenings that restart it.</summary>
internal static class Governance
{
    /// <summary>The occurrence under the targets that governed it; null when nothing is promised for it.</summary>
    public static Progress? Of(Timeline timeline, Occurrence occurrence)
    {
        var state = new State(timeline, occurrence);
        state.Begin(occurrence.Event);
        foreach (var change in Changes(timeline, occurrence))
        {
            state.Change(change);
        }

        return state.Target is not { } target ? null : new Progress
        {
            Occurrence = occurrence,
            Target = target,
            Level = state.Level,
            Clocks = state.Clocks,
        };
    }

    /// <summary>The instants after the start and before the end at which the target may change; a met milestone stays as it was met.</summary>
    private static IEnumerable<Instant> Changes(Timeline timeline, Occurrence occurrence) =>
        timeline.Plans.Changes.Concat(timeline.Ruling.Changes)
            .Concat(occurrence.Answered.Select(answered => answered.End))
            .Where(change => change > occurrence.Event && (occurrence.Ended is not { } ended || change < ended))
            .Distinct()
            .Order();

    private sealed class State(Timeline timeline, Occurrence occurrence)
    {
        private PlanTerms? terms;

        public Target? Target { get; private set; }

        public int Level { get; private set; }

        public ImmutableArray<RunningClock> Clocks { get; private set; } = [];

        public void Begin(Instant at)
        {
            Set(at);
            Clocks = Start(occurrence.Event) is { } clock ? [clock] : [];
        }

        public void Change(Instant at)
        {
            var (before, termsBefore) = (Target, terms);
            Set(at);
            var timing = Target?.Commitment.Timing;
            if (timing?.OnReopen == ReopenRule.Restart && occurrence.Answered.Any(answered => answered.End == at))
            {
                Restart(at);
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
                    Clocks = Start(occurrence.Event) is { } later ? Clocks.Add(later) : Clocks;
                    break;
                default:
                    Clocks = Start(occurrence.Event) is { } anew ? [anew] : [];
                    break;
            }
        }

        private void Set(Instant at)
        {
            terms = timeline.Plans.At(at);
            Level = timeline.Ruling.At(at);
            Target = terms.FindTarget(Level, occurrence.Kind);
        }

        /// <summary>Counts from now on; a due time that had passed before stays passed.</summary>
        private void Restart(Instant at)
        {
            if (!Clocks.Any(clock => clock.Due < at))
            {
                Clocks = Start(at) is { } clock ? [clock] : [];
            }
        }

        private RunningClock? Start(Instant at) =>
            Target?.Commitment.Timing is { } timing && StartOf(timing.Start, at) is { } start
                ? RunningClock.Count(timeline, occurrence, terms!, timing, start)
                : null;

        private Instant? StartOf(StartRule rule, Instant at) => rule switch
        {
            StartRule.NextOpening gate => terms!.Calendar(gate.Calendar).NextOpening(at),
            StartRule.LaterOf both => TimeOf(both.First, at) is { } first && TimeOf(both.Second, at) is { } second ? Instant.Max(first, second) : null,
            StartRule.FromOnce once => TimeOf(once.Once, at) is null ? null : TimeOf(once.From, at),
            StartRule.At simple => TimeOf(simple.Trigger, at),
            _ => at,
        };

        /// <summary>The time of an event; the events that begin an occurrence stand for themselves.</summary>
        private Instant? TimeOf(StartEvent trigger, Instant at) => trigger switch
        {
            StartEvent.Confirmed => timeline.First(MarkKind.Confirmed),
            StartEvent.WorkaroundProvided => timeline.First(MarkKind.WorkaroundProvided),
            _ => at,
        };
    }
}
