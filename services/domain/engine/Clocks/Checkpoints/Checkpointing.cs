using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Clocks.Counting;
using SlaPlatform.Engine.Clocks.Folding;
using SlaPlatform.Engine.Clocks.Signalling;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks.Checkpoints;

/// <summary>
/// Takes checkpoints. What ended is settled: every signal about it is raised by the turn that recorded its end, and a fact that does not reach back cannot change
/// it. What goes on is carried with what its clocks have consumed and everything raised about it.
/// </summary>
internal sealed class Checkpointing
{
    private readonly TicketLog log;
    private readonly PlanBook book;
    private readonly TimelineBuilder folded;
    private readonly Timeline timeline;
    private readonly Schedule schedule;
    private readonly Instant reached;
    private readonly HashSet<(MilestoneKind? Kind, long Sequence)> live;

    private Checkpointing(TicketLog log, PlanBook book)
    {
        this.log = log;
        this.book = book;
        folded = TimelineBuilder.Fold(book, log);
        // An automatic closing ahead has ended nothing yet: the customer may still reply before it.
        timeline = folded.BuildSoFar();
        schedule = Schedule.Of(timeline);
        reached = log.Facts.Select(fact => fact.EffectiveTime).Append(log.Since?.Reached ?? Instant.MinValue).Max();
        live = [.. schedule.Milestones.Where(IsLive).Select(progress => ((MilestoneKind?)progress.Occurrence.Kind, progress.Occurrence.Sequence))];
    }

    /// <summary>
    /// The checkpoint of a record after a turn. None where the ticket closes by itself at the very instant of the latest fact: which of the two came first
    /// depends on facts of that instant. None either where a ladder that nobody climbs yet lies too far ahead to be counted.
    /// </summary>
    public static TicketCheckpoint? Take(TicketLog log, PlanBook book)
    {
        try
        {
            return new Checkpointing(log, book) is var taking && taking.folded.ClosesBySelfAt == taking.reached ? null : taking.Take();
        }
        catch (CalendarHorizonException)
        {
            return null;
        }
    }

    private TicketCheckpoint Take()
    {
        var views = Viewing.Milestones(schedule, log.LastRecordTime!.Value);
        var settled = schedule.Milestones.Zip(views).Where(pair => !IsLive(pair.First)).ToList();
        return new TicketCheckpoint
        {
            FactCount = log.FactCount,
            LastRecordTime = log.LastRecordTime!.Value,
            Reached = reached,
            IsOpenEnded = log.Facts.All(fact => fact.EffectiveTime < reached || !TicketCheckpoint.Governs(fact.Fact))
                && (log.Since is not { } since || since.Reached < reached || since.IsOpenEnded),
            Opening = log.Opened,
            Course = Course(),
            Carried = [.. schedule.Milestones.Where(IsLive).Select(Carry)],
            Settled = [.. settled.Select(pair => SettledMilestone.Of(pair.Second, ReferenceOf(pair.First.Terms)))
                .Concat(log.Since?.Settled ?? [])
                .GroupBy(milestone => milestone.Id.Kind)
                .Select(kind => kind.MaxBy(milestone => milestone.Ordinal)!)],
            SettledCounts = Viewing.Count(settled.Select(pair => pair.Second), log.Since?.SettledCounts ?? []),
            FirstBreaches = FirstBreaches(settled.Select(pair => pair.First)),
            SettledRungs = (log.Since?.SettledRungs ?? 0)
                + schedule.Rungs.Count(rung => !Keeps(rung.Key)),
            Rungs = Rungs(),
            Signals = Signals(),
            VoidedFacts = (log.Since?.VoidedFacts ?? 0) + timeline.Voided.Count,
        };
    }

    private static bool IsLive(Progress progress) => progress.Occurrence.Ended is null;

    private TicketCourse Course()
    {
        // Milestones that start at most once began at the opening or at a reopening, and wait for the first response or reply since.
        var began = timeline.Since is null
            ? Occurrences.Find(timeline).Where(occurrence => !occurrence.Recurs).Max(occurrence => occurrence.Event)
            : Instant.MinValue;
        var before = log.Since?.Course;
        return folded.CourseAt(reached) with
        {
            Silence = Occurrences.SilenceAfter(timeline),
            AgentSpoke = before is { AgentSpoke: true } || timeline.First(began, MarkKind.AgentResponded, MarkKind.Acknowledged) is not null,
            CustomerSpoke = before is { CustomerSpoke: true } || timeline.First(began, MarkKind.CustomerReplied) is not null,
        };
    }

    private CarriedMilestone Carry(Progress progress)
    {
        var occurrence = progress.Occurrence;
        var levels = timeline.Plans.Last.FindEscalation(timeline.Ruling.Last) is { } escalation
            ? timeline.Plans.Last.Policy.Ladders[escalation.Ladder].Levels.Length
            : 0;
        return new CarriedMilestone
        {
            Kind = occurrence.Kind,
            Event = new Moment(occurrence.Sequence, occurrence.Event),
            Answered = [.. occurrence.Answered.Where(answered => answered.End >= reached)],
            Clocks = [.. progress.Clocks.Select(clock => Carry(clock, clock.Warnings.Select(warning => warning.At)))],
            Ladders = [.. LadderSignals.ClocksOf(timeline, progress)
                .Select(clock => Carry(clock, Enumerable.Range(1, levels).Select(rung => LadderSignals.Reach(clock, rung))))],
        };
    }

    private CarriedClock Carry(RunningClock clock, IEnumerable<Instant?> reaches)
    {
        var last = clock.Spans.LastOrDefault(span => span.From < reached) ?? clock.Spans[0];
        return new CarriedClock
        {
            Plan = ReferenceOf(clock.Promise!.Terms),
            Level = clock.Promise.Level,
            Start = clock.Start,
            FirstLine = clock.FirstLine,
            From = last.From,
            Before = last.Before,
            Due = Past(clock.Due),
            Reached = [.. reaches.Select(Past)],
        };

        // What the last span reaches, later facts can still move.
        Instant? Past(Instant? at) => at < last.From ? at : null;
    }

    private PlanReference ReferenceOf(PlanTerms terms) => book.Terms.First(entry => ReferenceEquals(entry.Value, terms)).Key;

    private ImmutableArray<SettledBreach> FirstBreaches(IEnumerable<Progress> settled)
    {
        var terms = timeline.Plans.Last;
        return terms.FindEscalation(timeline.Ruling.Last) is Escalation.OnBreach escalation
            ? [.. LadderSignals.FirstBreaches(timeline, settled, escalation, terms.Policy.Ladders[escalation.Ladder].Levels.Length)]
            : [];
    }

    /// <summary>The rungs that are not climbed anew: those under earlier terms, and those of ended occurrences by whose numbers others are told apart.</summary>
    private ImmutableArray<CarriedRung> Rungs()
    {
        var earlier = LadderSignals.Reached(timeline).Select(rung => rung.Key).ToHashSet();
        return [.. LadderSignals.Of(timeline, schedule.Milestones)
            .Where(rung => Keeps(rung.Key) && (earlier.Contains(rung.Key) || (rung.Key.Milestone is not null && !live.Contains((rung.Key.Milestone, rung.Key.Occurrence)))))
            .Select(rung => new CarriedRung(rung.Key, rung.Due, rung.Role))];
    }

    private ImmutableArray<KeptSignal> Signals()
    {
        var standing = Standing.Of(log);
        return [.. standing.Keys.Where(Keeps).Select(key => new KeptSignal(key, standing.TimesRaised(key), standing.Find(key)))];
    }

    /// <summary>Whether a signal about it may still be raised or retracted.</summary>
    private bool Keeps(SignalKey key) => key.Kind switch
    {
        // One fact can start occurrences of several milestones; a rung climbed for any of them is not climbed again for another.
        SignalKind.RungReached => key.Occurrence == timeline.OpeningSequence || live.Any(occurrence => occurrence.Sequence == key.Occurrence),
        SignalKind.AutoCloseWarned or SignalKind.AutoClosed => key.Occurrence == folded.WaitingSequence,
        _ => live.Contains((key.Milestone, key.Occurrence)),
    };
}
