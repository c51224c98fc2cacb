using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using Fact = SlaPlatform.Engine.Clocks.Fact;
using Resolve = System.Func<SlaPlatform.Contracts.Clocks.V1.PlanChanged, string, SlaPlatform.Engine.Clocks.PlanReference?>;

namespace SlaPlatform.Rpc.Mapping;

/// <summary>Reads the facts that callers tell. Whether a fact fits its ticket is for the engine to decide.</summary>
/// <param name="checks">Takes the violations.</param>
/// <param name="requiresWhy">Whether a level that support sets takes who set it and why; what is known of the past may lack both.</param>
public sealed class FactReader(RequestChecks checks, bool requiresWhy = false)
{
    private const string DefaultWaitingReason = "information";
    private const int ReasonCodeCharacters = 63;
    private const int ReasonCharacters = 1000;
    private const int EvidenceCharacters = 16 * 1024;

    /// <summary>Reads a fact.</summary>
    /// <param name="field">The field that holds it.</param>
    /// <param name="body">The message; null when unset.</param>
    /// <param name="planOf">Finds the plan of a <c>plan_changed</c> and adds violations under the field given; null when there is none. The host asks the catalog beforehand.</param>
    /// <returns>The fact, or null when it is missing or faulty.</returns>
    public Fact? Read(string field, FactBody? body, Resolve planOf)
    {
        var before = checks.Violations.Count;
        var fact = body is null ? null : Read(field, body, planOf, checks.Text(FieldPath.Join(field, "actor"), body.Actor, Limits.TitleCharacters));
        if (fact is null && checks.Violations.Count == before)
        {
            checks.Add(ErrorReason.FieldRequired, field, "It says nothing; give exactly one fact, such as agent_responded.");
        }

        return checks.Violations.Count == before ? fact : null;
    }

    private Fact? Read(string field, FactBody body, Resolve planOf, string actor)
    {
        string At(string part) => FieldPath.Join(field, part);
        switch (body.FactCase)
        {
            case FactBody.FactOneofCase.AgentResponded:
                return new Fact.AgentResponded();
            case FactBody.FactOneofCase.CustomerReplied:
                return new Fact.CustomerReplied();
            case FactBody.FactOneofCase.WaitingOnCustomer:
                var waiting = checks.Text(At("waiting_on_customer.reason"), body.WaitingOnCustomer.Reason, ReasonCodeCharacters);
                return new Fact.WaitingOnCustomer(waiting.Length == 0 ? DefaultWaitingReason : waiting);
            case FactBody.FactOneofCase.Paused:
                return new Fact.Paused(checks.RequiredText(At("paused.reason"), body.Paused.Reason, ReasonCodeCharacters));
            case FactBody.FactOneofCase.Resumed:
                return new Fact.Resumed();
            case FactBody.FactOneofCase.Confirmed:
                var cause = body.Confirmed.Cause;
                return new Fact.Confirmed(System.Enum.IsDefined(checks.Known(At("confirmed.cause"), cause)) ? cause.ToWord() : null);
            case FactBody.FactOneofCase.HandedOver:
                var line = checks.Specified(At("handed_over.line"), body.HandedOver.Line);
                return System.Enum.IsDefined(line) && line != Line.Unspecified ? new Fact.HandedOver(line.ToWord()) : null;
            case FactBody.FactOneofCase.SeverityChanged:
                return Severity(field, At("severity_changed"), body.SeverityChanged, actor);
            case FactBody.FactOneofCase.PlanChanged:
                return planOf(body.PlanChanged, At("plan_changed")) is { } plan ? new Fact.PlanChanged(plan) : null;
            case FactBody.FactOneofCase.WorkaroundProvided:
                return new Fact.WorkaroundProvided();
            case FactBody.FactOneofCase.Excluded:
                return new Fact.Excluded(
                    checks.RequiredText(At("excluded.clause"), body.Excluded.Clause, Limits.CodeCharacters),
                    checks.Text(At("excluded.evidence"), body.Excluded.Evidence, EvidenceCharacters));
            case FactBody.FactOneofCase.ExclusionLifted:
                return new Fact.ExclusionLifted(checks.RequiredText(At("exclusion_lifted.clause"), body.ExclusionLifted.Clause, Limits.CodeCharacters));
            case FactBody.FactOneofCase.Resolved:
                var release = checks.Text(At("resolved.release"), body.Resolved.Release, Limits.ResourceNameCharacters);
                return new Fact.Resolved(release.Length == 0 ? null : release);
            case FactBody.FactOneofCase.Reopened:
                return new Fact.Reopened();
            case FactBody.FactOneofCase.Closed:
                checks.Text(At("closed.reason"), body.Closed.Reason, ReasonCharacters);
                return new Fact.Closed();
            case FactBody.FactOneofCase.Merged:
                return checks.RequiredName<TicketName>(At("merged.into"), body.Merged.Into) is { } into ? new Fact.Merged(into.Ticket) : null;
            default:
                return null;
        }
    }

    private Fact.SeverityChanged? Severity(string factField, string field, SeverityChanged changed, string actor)
    {
        if (requiresWhy && changed.HasVerifiedLevel)
        {
            checks.RequiredText(FieldPath.Join(field, "reason"), changed.Reason, ReasonCharacters);
            checks.RequiredText(FieldPath.Join(factField, "actor"), actor, Limits.TitleCharacters);
        }

        var reason = checks.Text(FieldPath.Join(field, "reason"), changed.Reason, ReasonCharacters);
        var agreed = checks.Name<ContactName>(FieldPath.Join(field, "agreed_by_contact"), changed.AgreedByContact)?.Format();
        switch (changed.LevelCase)
        {
            case SeverityChanged.LevelOneofCase.ClaimedLevel:
                var claimed = checks.Level(FieldPath.Join(field, "claimed_level"), changed.ClaimedLevel);
                return new Fact.SeverityChanged { ClaimedLevel = claimed, Reason = reason, Actor = actor, AgreedBy = agreed };
            case SeverityChanged.LevelOneofCase.VerifiedLevel:
                var verified = checks.Level(FieldPath.Join(field, "verified_level"), changed.VerifiedLevel);
                return new Fact.SeverityChanged { VerifiedLevel = verified, Reason = reason, Actor = actor, AgreedBy = agreed };
            default:
                checks.Add(ErrorReason.FieldRequired, field, "It says no level; give claimed_level or verified_level.");
                return null;
        }
    }
}
