using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks.Folding;
using SlaPlatform.Engine.Clocks.Signalling;

namespace SlaPlatform.Engine.Clocks;

/// <summary>Turns that take over a whole ticket of the past.</summary>
internal static class Importing
{
    public static Decision Import(
        string ticketId, PlanBook book, Fact.Opened opening, Instant? receivedTime, ImmutableArray<NewFact> facts, Instant now)
    {
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        var opened = Recording.Opening(book, opening, receivedTime, now, refusals);
        return refusals.Count > 0
            ? new Decision.Refused(refusals.ToImmutable())
            : Recording.WithinHorizon(() => Take(TicketLog.Empty(ticketId).Append([opened], []), book, facts, now));
    }

    // In effective order each fact is judged on all that was true before it, and folded once.
    private static Decision Take(TicketLog log, PlanBook book, ImmutableArray<NewFact> facts, Instant now)
    {
        var intake = new Intake(book, log);
        var accepted = ImmutableArray.CreateBuilder<RecordedFact>();
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        foreach (var (fact, index) in facts.Select((fact, index) => (fact, index)).OrderBy(told => told.fact.EffectiveTime ?? now))
        {
            var found = ImmutableArray.CreateBuilder<Refusal>();
            if (Recording.Place(log, fact, accepted.Count + 1, now, found) is { } effective)
            {
                if (intake.Refuse(fact.Fact, effective) is { } refusal)
                {
                    found.Add(refusal);
                }
                else
                {
                    var taken = new RecordedFact(accepted.Count + 2, effective, now, fact.Fact);
                    accepted.Add(taken);
                    intake.Take(taken);
                }
            }

            refusals.AddRange(found.Select(refusal => refusal with { Field = $"facts[{index}].{refusal.Field}" }));
        }

        return refusals.Count > 0
            ? new Decision.Refused(refusals.ToImmutable())
            : Recording.Finish(log.Append(accepted, []), (null, Schedule.Of(intake.Build())), now, [], log.Facts.Concat(accepted).ToImmutableArray());
    }
}
