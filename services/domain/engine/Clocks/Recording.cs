using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.BusinessTime;
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
        var fact = Opening(book, opening, receivedTime, now, refusals);
        return refusals.Count > 0 ? new Decision.Refused(refusals.ToImmutable()) : WithinHorizon(() =>
        {
            var opened = log.Append([fact], []);
            return Finish(opened, (null, Schedule.Of(opened, book)), now, [], [fact]);
        });
    }

    /// <summary>A ticket's first fact, with whatever is wrong with it.</summary>
    public static RecordedFact Opening(
        PlanBook book, Fact.Opened opening, Instant? receivedTime, Instant now, ImmutableArray<Refusal>.Builder refusals)
    {
        var terms = book[opening.Plan];
        if (opening.ClaimedLevel is null && opening.VerifiedLevel is null)
        {
            refusals.Add(new(RefusalKind.InvalidValue, "level", "No severity level is given; claim one, or report enough for one to be proposed."));
        }

        refusals.AddRange(new[]
        {
            FactRules.RefuseLevel(terms, opening.ClaimedLevel, "claimed_level"),
            FactRules.RefuseLevel(terms, opening.VerifiedLevel, "level"),
        }.OfType<Refusal>());
        var effective = Effective(receivedTime, now, "received_time", refusals);
        if (effective < now - CalendarRange.Horizon)
        {
            refusals.Add(new(RefusalKind.InvalidValue, "received_time", $"{effective} is more than 20 years ago; give a later one."));
        }

        return new RecordedFact(1, effective, now, opening);
    }

    public static Decision Record(TicketLog log, PlanBook book, ImmutableArray<NewFact> facts, Instant now) =>
        WithinHorizon(() => RecordAll(log, book, facts, now));

    private static Decision RecordAll(TicketLog log, PlanBook book, ImmutableArray<NewFact> facts, Instant now)
    {
        var recordTime = RecordTime(log, now);
        var intake = new Intake(book, log);
        var reachesBack = false;
        var accepted = ImmutableArray.CreateBuilder<RecordedFact>();
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        foreach (var fact in facts)
        {
            if (Place(log, fact, log.FactCount + accepted.Count, recordTime, refusals) is not { } effective)
            {
                continue;
            }

            if (log.Since?.Continues(fact.Fact, effective) == false)
            {
                reachesBack = true;
            }
            else if (intake.Refuse(fact.Fact, effective) is { } refusal)
            {
                refusals.Add(refusal);
            }
            else
            {
                var taken = new RecordedFact(log.FactCount + accepted.Count + 1, effective, recordTime, fact.Fact);
                accepted.Add(taken);
                intake.Take(taken);
            }
        }

        if (reachesBack)
        {
            return new Decision.NeedsWhole();
        }

        if (refusals.Count > 0)
        {
            return new Decision.Refused(refusals.ToImmutable());
        }

        var known = Schedule.Of(log, book);
        var before = Owed.Raise(log, known, recordTime, cause: null);
        return Finish(log.Append(accepted, before), (known, Schedule.Of(intake.Build())), recordTime, before, accepted.ToImmutable());
    }

    /// <summary>The turn that adds facts to a record which has them already.</summary>
    public static Decision.Accepted Finish(
        TicketLog log, (Schedule? Before, Schedule After) schedules, Instant recordTime, ImmutableArray<Signal> before, ImmutableArray<RecordedFact> facts)
    {
        var after = facts.IsEmpty ? [] : Owed.Raise(log, schedules.After, recordTime, facts[^1]);
        var result = log.Append([], after);
        return new Decision.Accepted(new Turn(recordTime, before, facts, after, result, schedules.After.NextWake(result)) { Schedules = schedules });
    }

    /// <summary>Facts whose due times need more calendar than there is are refused: accepted, they would make every later question fail.</summary>
    public static Decision WithinHorizon(Func<Decision> decide)
    {
        try
        {
            return decide();
        }
        catch (CalendarHorizonException beyond)
        {
            return new Decision.Refused([new(RefusalKind.InvalidValue, "plan", $"A due time lies too far ahead. {beyond.Message}")]);
        }
    }

    /// <summary>The effective time of a fact, or null when it has no place among the ticket's.</summary>
    public static Instant? Place(TicketLog log, NewFact fact, int count, Instant recordTime, ImmutableArray<Refusal>.Builder refusals)
    {
        if (count >= TicketClock.MostFacts)
        {
            refusals.Add(new(RefusalKind.TooManyFacts, "fact", $"The ticket holds {TicketClock.MostFacts:N0} facts already, the most it may; go on in a new ticket."));
            return null;
        }

        var known = refusals.Count;
        var effective = Effective(fact.EffectiveTime, recordTime, "effective_time", refusals);
        var received = log.Opened.EffectiveTime;
        if (effective < received)
        {
            refusals.Add(new(RefusalKind.BeforeOpening, "effective_time", $"{effective} is before the ticket was opened ({received}); give a time from then on."));
        }

        return refusals.Count > known ? null : effective;
    }

    private static Instant Effective(Instant? given, Instant recordTime, string field, ImmutableArray<Refusal>.Builder refusals)
    {
        if (given is not { } time)
        {
            return recordTime;
        }

        if (time > recordTime + TicketClock.Tolerance)
        {
            refusals.Add(new(RefusalKind.InFuture, field, $"{time} lies in the future (it is {recordTime}); give a time up to now, or none for now."));
        }

        return Instant.Min(time, recordTime);
    }
}
