using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using Fact = SlaPlatform.Engine.Clocks.Fact;
using WireFact = SlaPlatform.Contracts.Clocks.V1.Fact;

namespace SlaPlatform.Rpc.Mapping;

/// <summary>Facts as messages. <see cref="FactReader"/> reads what callers tell.</summary>
public static class FactMapping
{
    /// <summary>A recorded fact as a message. The opening holds what the engine knows; accounts, contacts and channels are the host's to add.</summary>
    /// <param name="recorded">The fact.</param>
    /// <param name="policyOf">The id of the policy of a revision, by its content hash.</param>
    /// <param name="voidCause">Why a later fact made it void; empty while it counts.</param>
    /// <param name="actor">Who did it, as given.</param>
    public static WireFact ToProto(this RecordedFact recorded, Func<string, string> policyOf, string voidCause = "", string actor = "")
    {
        var wire = new WireFact
        {
            Sequence = recorded.Sequence,
            EffectiveTime = recorded.EffectiveTime.ToTimestamp(),
            RecordTime = recorded.RecordTime.ToTimestamp(),
            VoidCause = voidCause,
        };
        if (recorded.Fact is Fact.Opened opened)
        {
            wire.Opened = Opening(opened, policyOf);
        }
        else
        {
            wire.Body = Body(recorded.Fact, policyOf, actor);
        }

        return wire;
    }

    private static Opened Opening(Fact.Opened opened, Func<string, string> policyOf)
    {
        var wire = new Opened { Terms = opened.Plan.ToProto(policyOf(opened.Plan.RevisionHash)), SignalsFromTime = opened.SignalsFrom?.ToTimestamp() };
        wire.Terms.TargetsExemptReason = opened.TargetsExemptReason ?? "";
        wire.WaitingReason = opened.WaitingReason ?? "";
        if (opened.ClaimedLevel is { } claimed)
        {
            wire.ClaimedLevel = claimed;
        }

        if (opened.VerifiedLevel is { } verified)
        {
            wire.VerifiedLevel = verified;
        }

        if (opened.Production is { } production)
        {
            wire.Terms.Production = production;
        }

        if (opened.Unusable is { } unusable)
        {
            wire.Terms.ServiceUnusable = unusable;
        }

        return wire;
    }

    private static FactBody Body(Fact fact, Func<string, string> policyOf, string actor)
    {
        var body = new FactBody { Actor = actor };
        switch (fact)
        {
            case Fact.AgentResponded:
                body.AgentResponded = new AgentResponded();
                break;
            case Fact.CustomerReplied:
                body.CustomerReplied = new CustomerReplied();
                break;
            case Fact.WaitingOnCustomer waiting:
                body.WaitingOnCustomer = new WaitingOnCustomer { Reason = waiting.Reason };
                break;
            case Fact.Paused paused:
                body.Paused = new Paused { Reason = paused.Reason };
                break;
            case Fact.Resumed:
                body.Resumed = new Resumed();
                break;
            case Fact.Confirmed confirmed:
                body.Confirmed = new Confirmed { Cause = ChoiceMapping.CauseOfWord(confirmed.Cause) };
                break;
            case Fact.HandedOver handed:
                body.HandedOver = new HandedOver { Line = ChoiceMapping.LineOfWord(handed.Line) };
                break;
            case Fact.SeverityChanged changed:
                body.SeverityChanged = Change(changed);
                body.Actor = actor.Length == 0 ? changed.Actor : actor;
                break;
            case Fact.PlanChanged moved:
                body.PlanChanged = Move(moved, policyOf);
                break;
            case Fact.WorkaroundProvided:
                body.WorkaroundProvided = new WorkaroundProvided();
                break;
            case Fact.Excluded excluded:
                body.Excluded = new Excluded { Clause = excluded.Clause, Evidence = excluded.Evidence };
                break;
            case Fact.ExclusionLifted lifted:
                body.ExclusionLifted = new ExclusionLifted { Clause = lifted.Clause };
                break;
            case Fact.Resolved resolved:
                body.Resolved = new Resolved { Release = resolved.Release ?? "" };
                break;
            case Fact.Reopened:
                body.Reopened = new Reopened();
                break;
            case Fact.Closed:
                body.Closed = new Closed();
                break;
            case Fact.Merged merged:
                body.Merged = new Merged { Into = new TicketName(merged.Into).Format() };
                break;
        }

        return body;
    }

    private static SeverityChanged Change(Fact.SeverityChanged changed)
    {
        var wire = new SeverityChanged { Reason = changed.Reason, AgreedByContact = changed.AgreedBy ?? "" };
        if (changed.ClaimedLevel is { } claimed)
        {
            wire.ClaimedLevel = claimed;
        }
        else if (changed.VerifiedLevel is { } verified)
        {
            wire.VerifiedLevel = verified;
        }

        return wire;
    }

    private static PlanChanged Move(Fact.PlanChanged moved, Func<string, string> policyOf)
    {
        var name = new PlanName(policyOf(moved.Plan.RevisionHash), moved.Plan.Plan, moved.Plan.RevisionHash[..PolicyRevision.IdLength]);
        var wire = new PlanChanged { Plan = name.Format(), DocumentSha256 = moved.Plan.RevisionHash };
        wire.Readings.Add(moved.Plan.Terms.Readings.ToDictionary());
        return wire;
    }
}
