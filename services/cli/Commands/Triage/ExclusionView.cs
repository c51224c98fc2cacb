using NodaTime;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Triage.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Triage;

/// <summary>Decisions for people.</summary>
internal static class ExclusionView
{
    public static Rows Of(ExclusionDecision decision, DateTimeZone zone)
    {
        var facts = Tables.Facts(
            ("ticket", ShortNames.Last(decision.Ticket)),
            ("clause", decision.Clause),
            ("state", EnumWords.Show(decision.State)),
            ("clock", decision.Delivery == ClockDelivery.Unspecified ? "" : EnumWords.Show(decision.Delivery)),
            ("policy", decision.PolicyRevision),
            ("etag", decision.Etag));
        var steps = Tables.Create(null, "recorded", "step", "by", "counts from", "text", "clock");
        foreach (var step in decision.Steps)
        {
            steps.Row(
                MilestoneView.Time(step.RecordTime, zone),
                EnumWords.Show(step.Kind),
                step.Actor,
                MilestoneView.Time(step.EffectiveTime, zone),
                step.Text,
                step.Refusal.Length > 0 ? step.Refusal : step.Delivery == ClockDelivery.Unspecified ? "" : EnumWords.Show(step.Delivery));
        }

        return new Rows(facts, steps);
    }

    public static Table Of(IEnumerable<ExclusionDecision> decisions)
    {
        var table = Tables.Create(null, "ticket", "clause", "state", "decided by", "evidence");
        foreach (var decision in decisions)
        {
            table.Row(ShortNames.Last(decision.Ticket), decision.Clause, EnumWords.Show(decision.State), decision.Decider, decision.Evidence);
        }

        return table;
    }
}
