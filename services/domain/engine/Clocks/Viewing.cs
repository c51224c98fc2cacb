using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks.Counting;
using SlaPlatform.Engine.Clocks.Folding;
using SlaPlatform.Engine.Clocks.Signalling;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks;

/// <summary>How a ticket stands at an instant.</summary>
internal static class Viewing
{
    private static readonly ImmutableArray<MilestoneKind> Kinds = [MilestoneKind.InitialResponse, MilestoneKind.FollowUp, MilestoneKind.Update, MilestoneKind.Resolution];

    public static TicketView View(TicketLog log, PlanBook book, Instant now) => View(log, Schedule.Of(log, book), now);

    /// <summary>The same from what the record's facts say.</summary>
    public static TicketView View(TicketLog log, Schedule schedule, Instant now)
    {
        var timeline = schedule.Timeline;
        // An automatic closing at this very instant has not happened yet: a reply at the instant would come first.
        var at = timeline.ClosesAt(now) ? now - Duration.Epsilon : now;
        var hold = timeline.Holds.At(at);
        var state = StateAt(timeline, at);
        var milestones = Milestones(schedule, now);
        var since = timeline.Since;
        return new TicketView
        {
            AsOf = now,
            State = state,
            Terms = timeline.Plans.At(now),
            Plan = timeline.References.At(now),
            ClaimedLevel = timeline.Claimed.At(now),
            VerifiedLevel = timeline.Verified.At(now),
            RulingLevel = timeline.Ruling.At(now),
            Line = timeline.Lines.At(now),
            PauseReason = hold.WaitingReason ?? hold.PauseReason ?? "",
            Exclusions = timeline.Exclusions.At(now),
            ReceivedTime = timeline.Received,
            Milestones = [.. Kinds.SelectMany(kind =>
                (since?.Settled ?? []).Where(settled => settled.Id.Kind == kind).Select(settled => settled.ToView(timeline.Book))
                    .Concat(milestones.Where(milestone => milestone.Id.Kind == kind)))],
            Counts = Count(milestones, since?.SettledCounts ?? []),
            ResolveTime = timeline.Ends.ResolveTime,
            CloseTime = timeline.Ends.CloseTime ?? (state == TicketState.Closed ? timeline.Phases.Since(at) : null),
            MergedInto = timeline.Ends.MergedInto,
            NextWake = schedule.NextWake(log),
            AutoCloseTime = timeline.ClosingAhead(at),
            RungsReached = (since?.SettledRungs ?? 0) + schedule.Rungs.Count(rung => rung.IsOwedAt(now)),
            Voided = timeline.Voided,
        };
    }

    public static ImmutableArray<MilestoneView> Milestones(Schedule schedule, Instant now)
    {
        var ended = schedule.Timeline.Since?.Settled.ToDictionary(settled => settled.Id.Kind, settled => settled.Ordinal) ?? [];
        return [.. schedule.Milestones
            .GroupBy(progress => progress.Occurrence.Kind)
            .SelectMany(kind => kind.Select((progress, index) => MilestoneAt(schedule.Timeline, progress, ended.GetValueOrDefault(kind.Key) + index + 1, now)))];
    }

    /// <summary>Counts milestones beside those counted before.</summary>
    public static ImmutableArray<MilestoneCount> Count(IEnumerable<MilestoneView> milestones, ImmutableArray<MilestoneCount> before) =>
        [.. milestones.Select(milestone => new MilestoneCount(milestone.Id.Kind, milestone.State, 1))
            .Concat(before)
            .GroupBy(count => (count.Kind, count.State))
            .OrderBy(group => group.Key)
            .Select(group => new MilestoneCount(group.Key.Kind, group.Key.State, group.Sum(count => count.Count)))];

    /// <summary>A milestone at an instant; a closing that lies ahead has not cancelled anything yet.</summary>
    public static MilestoneView MilestoneAt(Timeline timeline, Progress progress, int ordinal, Instant now)
    {
        var occurrence = progress.Occurrence;
        var ended = occurrence.Ended is { } end && HasEnded(timeline, occurrence, end, now);
        var clock = progress.ExemptReason is null ? progress.Governing : null;
        var upTo = ended ? occurrence.Ended!.Value : now;
        var consumed = clock?.ToDuration(clock.ConsumedAt(upTo));
        var (state, reason) = StateOf(timeline, progress, clock, ended, now);
        var hasDue = state is not (MilestoneState.Paused or MilestoneState.Exempt or MilestoneState.Untimed);
        return new MilestoneView
        {
            Id = new MilestoneId(occurrence.Kind, occurrence.Sequence),
            Ordinal = ordinal,
            State = state,
            Target = progress.Target,
            Level = progress.Level,
            StartTime = clock?.Start,
            DueTime = hasDue ? progress.Due : null,
            Consumed = consumed,
            Remaining = consumed is null ? null : Duration.Max(Duration.Zero, clock!.ToDuration(clock.Total) - consumed.Value),
            MetTime = ended && state != MilestoneState.Exempt ? occurrence.Met : null,
            BreachTime = progress.Breach is { } breach && breach < now ? breach : null,
            Reason = reason,
        };
    }

    private static bool HasEnded(Timeline timeline, Occurrence occurrence, Instant end, Instant now) =>
        occurrence.Met is not null || end < now || (end == now && !timeline.ClosesAt(end));

    private static (MilestoneState State, string Reason) StateOf(Timeline timeline, Progress progress, RunningClock? clock, bool ended, Instant now)
    {
        var occurrence = progress.Occurrence;
        if (progress.ExemptReason is { } exempt)
        {
            return (MilestoneState.Exempt, exempt);
        }

        if (!progress.Target.Commitment.IsTimed)
        {
            return progress.IsMetByRelease || (progress.Target.Commitment is Commitment.Automatic && occurrence.Met is not null)
                ? (MilestoneState.Met, "")
                : (MilestoneState.Untimed, UntimedReason(progress.Target.Commitment));
        }

        if (ended && progress.ExcludedBy is { } by)
        {
            return (MilestoneState.Exempt, ExcludedUnder(by));
        }

        if (ended)
        {
            var breached = progress.Breach is not null;
            return (occurrence.Met, breached) switch
            {
                (not null, true) => (MilestoneState.MetLate, ""),
                (not null, false) => (MilestoneState.Met, ""),
                (null, true) => (MilestoneState.Breached, ""),
                _ => (MilestoneState.Cancelled, ""),
            };
        }

        if (progress.Breach < now)
        {
            return (MilestoneState.Breached, "");
        }

        if (timeline.ExclusionOf(occurrence.Kind, now) is { } clause)
        {
            return (MilestoneState.Exempt, ExcludedUnder(clause));
        }

        if (clock is null)
        {
            return (MilestoneState.NotStarted, WaitsFor(progress.Target.Commitment.Timing!.Start));
        }

        var span = clock.SpanAt(now);
        return span.Kind switch
        {
            SpanKind.Paused => (MilestoneState.Paused, span.Reason),
            _ => (clock.Start > now ? MilestoneState.NotStarted : MilestoneState.Running, ""),
        };
    }

    private static string ExcludedUnder(string clause) => $"Excluded under {clause}.";

    private static string WaitsFor(StartRule start) => start switch
    {
        StartRule.LaterOf both => $"Starts once it is both {Word(both.First)} and {Word(both.Second)}.",
        StartRule.FromOnce once => $"Owed once it is {Word(once.Once)}; then counted from when it was {Word(once.From)}.",
        _ => $"Starts once it is {Word(start.Event)}.",
    };

    private static string Word(StartEvent trigger) => trigger switch
    {
        StartEvent.AgentResponded => "answered by an agent",
        StartEvent.CustomerReplied => "answered by the customer",
        StartEvent.Confirmed => "confirmed",
        StartEvent.WorkaroundProvided => "worked around",
        _ => "received",
    };

    private static string UntimedReason(Commitment commitment) => commitment switch
    {
        Commitment.BestEffort => "best_effort",
        Commitment.NextRoutineRelease => "next_routine_release",
        Commitment.NotApplicable => "not_applicable",
        _ => "",
    };

    private static TicketState StateAt(Timeline timeline, Instant at) => (timeline.Phases.At(at), timeline.Holds.At(at)) switch
    {
        (Phase.Merged, _) => TicketState.Merged,
        (Phase.Closed, _) => TicketState.Closed,
        (Phase.Resolved, _) => TicketState.Resolved,
        (_, { WaitingReason: not null }) => TicketState.WaitingOnCustomer,
        (_, { PauseReason: not null }) => TicketState.Paused,
        _ => TicketState.Open,
    };
}
