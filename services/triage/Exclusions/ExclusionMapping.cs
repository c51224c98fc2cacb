using Google.Protobuf.WellKnownTypes;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Triage.Store;
using DomainState = SlaPlatform.Engine.Triage.Exclusions.ExclusionState;
using DomainStepKind = SlaPlatform.Engine.Triage.Exclusions.ExclusionStepKind;

namespace SlaPlatform.Triage.Exclusions;

/// <summary>Decisions as the contract shows them.</summary>
internal static class ExclusionMapping
{
    public static ExclusionDecision ToWire(this StoredExclusion exclusion)
    {
        var wire = new ExclusionDecision
        {
            Name = exclusion.Name.Format(),
            Ticket = new TicketName(exclusion.Name.Ticket).Format(),
            Clause = exclusion.Name.Clause,
            State = StateOf(exclusion.Case.State),
            Account = new AccountName(exclusion.Row.AccountId).Format(),
            PolicyRevision = $"policies/{exclusion.Row.PolicyId}@{exclusion.Row.RevisionId}",
            Delivery = DeliveryOf(exclusion.Steps.LastOrDefault(step => step.Fact is not null).Fact),
            Etag = exclusion.Etag,
            Steps = { exclusion.Steps.Select(step => ToWire(step.Step, step.Fact)) },
        };
        foreach (var (step, fact) in exclusion.Steps.Where(step => step.Fact?.State != ClockFactState.Refused || step.Step.Kind == DomainStepKind.Decided))
        {
            Show(wire, step);
        }

        return wire;
    }

    // The latest decision, and what came after it.
    private static void Show(ExclusionDecision wire, ExclusionStepRow step)
    {
        var at = step.RecordTime.ToTimestamp();
        switch (step.Kind)
        {
            case DomainStepKind.Decided:
                (wire.Decider, wire.Evidence, wire.DecideTime) = (step.Actor, step.Text, at);
                (wire.Appeal, wire.AppealTime, wire.Reversal, wire.ReverseTime) = ("", null, "", null);
                (wire.Dismissal, wire.DismissTime) = ("", null);
                break;
            case DomainStepKind.Appealed:
                (wire.Appeal, wire.AppealTime) = (Said(step), at);
                (wire.Dismissal, wire.DismissTime) = ("", null);
                break;
            case DomainStepKind.Dismissed:
                (wire.Dismissal, wire.DismissTime) = (Said(step), at);
                break;
            default:
                (wire.Reversal, wire.ReverseTime) = (Said(step), at);
                break;
        }
    }

    private static string Said(ExclusionStepRow step) => $"{step.Actor}: {step.Text}";

    private static ExclusionStep ToWire(ExclusionStepRow step, ClockFactRow? fact) => new()
    {
        Kind = step.Kind switch
        {
            DomainStepKind.Decided => ExclusionStepKind.Decided,
            DomainStepKind.Appealed => ExclusionStepKind.Appealed,
            DomainStepKind.Dismissed => ExclusionStepKind.Dismissed,
            _ => ExclusionStepKind.Reversed,
        },
        Actor = step.Actor,
        Text = step.Text,
        EffectiveTime = step.EffectiveTime.ToTimestamp(),
        RecordTime = step.RecordTime.ToTimestamp(),
        Delivery = DeliveryOf(fact),
        Refusal = fact?.Refusal ?? "",
    };

    /// <summary>How far the clock knows of a fact; null for none.</summary>
    public static ClockDelivery DeliveryOf(ClockFactRow? fact) => fact?.State switch
    {
        null => ClockDelivery.Unspecified,
        ClockFactState.Pending => ClockDelivery.Pending,
        ClockFactState.Taken => ClockDelivery.Taken,
        _ => ClockDelivery.Refused,
    };

    private static ExclusionState StateOf(DomainState state) => state switch
    {
        DomainState.Decided => ExclusionState.Decided,
        DomainState.Appealed => ExclusionState.Appealed,
        DomainState.Reversed => ExclusionState.Reversed,
        DomainState.Refused => ExclusionState.Refused,
        _ => ExclusionState.Unspecified,
    };
}
