using NodaTime;
using SlaPlatform.Engine.Clocks.Checkpoints;
using SlaPlatform.Engine.Clocks.Folding;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks.Counting;

/// <summary>Finds the occurrences of every milestone on a timeline.</summary>
internal static class Occurrences
{
    public static IEnumerable<Occurrence> Find(Timeline timeline)
    {
        foreach (var occurrence in Single(timeline, MilestoneKind.InitialResponse))
        {
            yield return occurrence;
        }

        foreach (var kind in new[] { MilestoneKind.FollowUp, MilestoneKind.Update })
        {
            foreach (var occurrence in Recurring(timeline, kind))
            {
                yield return occurrence;
            }
        }

        foreach (var occurrence in Single(timeline, MilestoneKind.Resolution))
        {
            yield return occurrence;
        }
    }

    /// <summary>A milestone that starts at receipt; more than one occurrence only by a reopening that begins a new cycle.</summary>
    private static List<Occurrence> Single(Timeline timeline, MilestoneKind kind)
    {
        var found = new List<Occurrence>();
        if (First(timeline, kind) is not { } current)
        {
            return found;
        }

        foreach (var mark in timeline.Marks)
        {
            if (mark.Kind == MarkKind.Reopened && current.Ended is { } ended)
            {
                current = Reopen(timeline, current, ended, mark, found);
            }
            else if (current.Ended is null && Meets(timeline, kind, mark))
            {
                current = current with { Met = mark.At, EndSequence = mark.Sequence, Acknowledged = mark.Kind == MarkKind.Acknowledged };
            }
            else if (current.Ended is null && mark.Kind == MarkKind.Ended)
            {
                current = current with { Cancelled = mark.At, EndSequence = mark.Sequence };
            }
        }

        found.Add(current);
        return found;
    }

    /// <summary>The first occurrence; after a checkpoint the one that had not ended before it, or null.</summary>
    private static Occurrence? First(Timeline timeline, MilestoneKind kind) => timeline.Since is not { } since
        ? new Occurrence { Kind = kind, Sequence = timeline.OpeningSequence, Event = timeline.Received }
        : since.Carried.FirstOrDefault(carried => carried.Kind == kind) is not { } known ? null
        : new Occurrence { Kind = kind, Sequence = known.Event.Sequence, Event = known.Event.At, Answered = known.Answered };

    /// <summary>A resolution answers the customer, so it meets whatever is still unmet.</summary>
    private static bool Meets(Timeline timeline, MilestoneKind kind, Mark mark) => (kind, mark.Kind) switch
    {
        (MilestoneKind.InitialResponse, MarkKind.Acknowledged or MarkKind.AgentResponded or MarkKind.Resolved) => true,
        (MilestoneKind.Resolution, MarkKind.Resolved) => true,
        (MilestoneKind.Resolution, MarkKind.WorkaroundProvided) =>
            timeline.TargetAt(kind, mark.At)?.Commitment.Timing is { MetByWorkaround: true },
        _ => false,
    };

    private static Occurrence Reopen(Timeline timeline, Occurrence current, Instant ended, Mark reopened, List<Occurrence> found)
    {
        if (current is { Kind: MilestoneKind.InitialResponse, Met: not null })
        {
            return current;
        }

        var rule = timeline.TargetAt(current.Kind, reopened.At)?.Commitment.Timing?.OnReopen ?? ReopenRule.Resume;
        if (rule == ReopenRule.NewCycle)
        {
            found.Add(current);
            return new Occurrence { Kind = current.Kind, Sequence = reopened.Sequence, Event = reopened.At };
        }

        return current with { Met = null, Cancelled = null, EndSequence = 0, Answered = current.Answered.Add(new Interval(ended, reopened.At)) };
    }

    /// <summary>Each agent response ends one silence and begins the next; a reopening begins one as well.</summary>
    private static IEnumerable<Occurrence> Recurring(Timeline timeline, MilestoneKind kind)
    {
        var open = timeline.Since?.Course.Silence;
        foreach (var mark in timeline.Marks)
        {
            if (mark.Kind is MarkKind.AgentResponded or MarkKind.Resolved or MarkKind.Ended
                && open is not null && ToOccurrence(timeline, kind, open, mark) is { } ended)
            {
                yield return ended;
            }

            open = After(open, mark);
        }

        if (open is not null && ToOccurrence(timeline, kind, open, null) is { } running)
        {
            yield return running;
        }
    }

    /// <summary>The silence that the last mark leaves, or null.</summary>
    public static OpenSilence? SilenceAfter(Timeline timeline) => timeline.Marks.Aggregate(timeline.Since?.Course.Silence, After);

    private static OpenSilence? After(OpenSilence? open, Mark mark)
    {
        var moment = new Moment(mark.Sequence, mark.At);
        return mark.Kind switch
        {
            MarkKind.Acknowledged or MarkKind.AgentResponded => new OpenSilence(moment, null),
            MarkKind.CustomerReplied when open is { FirstReply: null } => open with { FirstReply = moment },
            MarkKind.Resolved or MarkKind.Ended => null,
            MarkKind.Reopened => new OpenSilence(moment, moment),
            _ => open,
        };
    }

    private static Occurrence? ToOccurrence(Timeline timeline, MilestoneKind kind, OpenSilence silence, Mark? end)
    {
        var governing = timeline.TargetAt(kind, end is { } known ? known.At - Duration.Epsilon : Instant.MaxValue);
        var start = governing?.Commitment.Timing?.Start.Event == StartEvent.CustomerReplied ? silence.FirstReply : silence.Response;
        return start is not { } mark ? null : new Occurrence
        {
            Kind = kind,
            Sequence = mark.Sequence,
            Event = mark.At,
            Met = end is { Kind: not MarkKind.Ended } met ? met.At : null,
            Cancelled = end is { Kind: MarkKind.Ended } cancelled ? cancelled.At : null,
            EndSequence = end?.Sequence ?? 0,
        };
    }
}
