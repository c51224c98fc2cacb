using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks.Folding;
using SlaPlatform.Engine.Clocks.Signalling;

namespace SlaPlatform.Engine.Clocks;

/// <summary>Turns that take facts.</summary>
internal static class Recording
{
    /// <summary>A ticket's record time never runs back.</summary>
    public static Instant RecordTime(TicketLog log, Instant now) => log.LastRecordTime is { } last ? Instant.Max(last, now) : now;

    public static Decision Open(TicketLog log, PlanBook book, Fact.Opened opening, Instant? receivedTime, Instant now)
    {
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        var terms = book[opening.Plan];
        if (opening.ClaimedLevel is null && opening.VerifiedLevel is null)
        {
            refusals.Add(new(RefusalKind.InvalidValue, "level", "level: no severity level is given; claim one, or report enough for one to be proposed."));
        }

        refusals.AddRange(new[]
        {
            FactRules.RefuseLevel(terms, opening.ClaimedLevel, "claimed_level"),
            FactRules.RefuseLevel(terms, opening.VerifiedLevel, "level"),
        }.OfType<Refusal>());
        var effective = Effective(receivedTime, now, "received_time", refusals);
        if (refusals.Count > 0)
        {
            return new Decision.Refused(refusals.ToImmutable());
        }

        var fact = new RecordedFact(1, effective, now, opening);
        var opened = log.Append([fact], []);
        var schedule = Schedule.Of(opened, book);
        var after = Owed.Raise(opened, schedule, now, fact);
        var result = opened.Append([], after);
        return new Decision.Accepted(new Turn(now, [], [fact], after, result, schedule.NextWake(result)));
    }

    public static Decision Record(TicketLog log, PlanBook book, ImmutableArray<NewFact> facts, Instant now)
    {
        var recordTime = RecordTime(log, now);
        var before = Owed.Raise(log, Schedule.Of(log, book), recordTime, cause: null);
        var current = log.Append([], before);
        var accepted = ImmutableArray.CreateBuilder<RecordedFact>();
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        foreach (var fact in facts)
        {
            if (Take(current, book, fact, recordTime, refusals) is { } taken)
            {
                accepted.Add(taken);
                current = current.Append([taken], []);
            }
        }

        if (refusals.Count > 0)
        {
            return new Decision.Refused(refusals.ToImmutable());
        }

        var schedule = Schedule.Of(current, book);
        var after = accepted.Count == 0 ? [] : Owed.Raise(current, schedule, recordTime, accepted[^1]);
        var result = current.Append([], after);
        return new Decision.Accepted(new Turn(recordTime, before, accepted.ToImmutable(), after, result, schedule.NextWake(result)));
    }

    private static RecordedFact? Take(TicketLog log, PlanBook book, NewFact fact, Instant recordTime, ImmutableArray<Refusal>.Builder refusals)
    {
        if (log.Facts.Count >= TicketClock.MostFacts)
        {
            refusals.Add(new(RefusalKind.TooManyFacts, "fact", $"The ticket holds {TicketClock.MostFacts:N0} facts already, the most it may; go on in a new ticket."));
            return null;
        }

        var known = refusals.Count;
        var effective = Effective(fact.EffectiveTime, recordTime, "effective_time", refusals);
        var received = log.Facts[0].EffectiveTime;
        if (effective < received)
        {
            refusals.Add(new(RefusalKind.BeforeOpening, "effective_time", $"effective_time: {effective} is before the ticket was opened ({received}); give a time from then on."));
        }

        if (refusals.Count > known)
        {
            return null;
        }

        if (Judge(log, book, fact.Fact, effective) is { } refusal)
        {
            refusals.Add(refusal);
            return null;
        }

        return new RecordedFact(log.Facts.Count + 1, effective, recordTime, fact.Fact);
    }

    /// <summary>Judges a fact on the state at its effective time, after all that is known of that time and before.</summary>
    private static Refusal? Judge(TicketLog log, PlanBook book, Fact fact, Instant effective)
    {
        TimelineBuilder? state = null;
        foreach (var earlier in Schedule.EffectiveOrder(log.Facts).TakeWhile(earlier => earlier.EffectiveTime <= effective))
        {
            if (state is null)
            {
                state = new TimelineBuilder(book, earlier);
            }
            else
            {
                state.Add(earlier);
            }
        }

        return state!.Refuse(fact, effective);
    }

    private static Instant Effective(Instant? given, Instant recordTime, string field, ImmutableArray<Refusal>.Builder refusals)
    {
        if (given is not { } time)
        {
            return recordTime;
        }

        if (time > recordTime + TicketClock.Tolerance)
        {
            refusals.Add(new(RefusalKind.InFuture, field, $"{field}: {time} lies in the future (it is {recordTime}); give a time up to now, or none for now."));
        }

        return Instant.Min(time, recordTime);
    }
}
