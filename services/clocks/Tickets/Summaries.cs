using System.Collections.Immutable;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Clocks.Tickets;

/// <summary>What lists show of a ticket.</summary>
internal static class Summaries
{
    public static TicketDigest Of(TicketRecord record, TicketView view)
    {
        var dues = view.Milestones
            .Where(milestone => milestone.State is MilestoneState.Running or MilestoneState.NotStarted && milestone.DueTime is not null)
            .ToImmutableDictionary(milestone => milestone.Id, milestone => milestone.DueTime!.Value);
        var next = view.Milestones.Where(milestone => dues.ContainsKey(milestone.Id)).MinBy(milestone => milestone.DueTime);
        return new TicketDigest
        {
            TicketId = record.Id,
            Account = record.Intake.Account,
            Plan = PlanNameOf(view),
            Level = view.RulingLevel,
            Label = view.Terms.Policy.Severities.Find(view.RulingLevel)?.Label ?? "",
            Claimed = view.ClaimedLevel,
            Verified = view.VerifiedLevel,
            State = view.State.ToString(),
            Ended = view.State is TicketState.Closed or TicketState.Merged,
            EndTime = view.State is TicketState.Closed or TicketState.Merged ? view.CloseTime : null,
            NextDue = next?.DueTime,
            NextDueKind = next?.Id.Kind.ToString() ?? "",
            Dues = dues,
            Breaches = view.Breaches,
            ReceivedTime = view.ReceivedTime,
            Reference = record.Intake.Reference,
            FactCount = record.Log.FactCount,
        };
    }

    private static string PlanNameOf(TicketView view) =>
        $"policies/{view.Terms.Policy.Id}@{view.Plan.RevisionHash[..PolicyRevision.IdLength]}/plans/{view.Plan.Plan}";
}
