using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using MilestoneKind = SlaPlatform.Engine.Policies.MilestoneKind;
using StartEvent = SlaPlatform.Engine.Policies.StartEvent;

namespace SlaPlatform.Clocks.Services;

/// <summary>Refuses a milestone that a ticket does not have: says what begins one that the plan promises, else which the ticket has.</summary>
internal static class MissingMilestone
{
    /// <param name="ticket">The ticket's name.</param>
    /// <param name="asked">The milestone as the caller wrote it.</param>
    /// <param name="view">The ticket.</param>
    public static RefusalException Of(string ticket, string asked, TicketView view) =>
        Refusals.NotFound(ErrorReason.MilestoneNotFound, $"{ticket}/milestones/{asked}", ToBegin(asked, view) ?? Present(view));

    private static string? ToBegin(string asked, TicketView view)
    {
        foreach (var kind in Enum.GetValues<MilestoneKind>().Where(kind => kind.ToWord() == asked))
        {
            if (view.Terms.FindTarget(view.RulingLevel, kind)?.Commitment.Timing is { } timing)
            {
                return $"it has not begun, {Beginning(timing.Start)} begins it";
            }
        }

        return null;
    }

    private static string Present(TicketView view) => view.Current.IsEmpty
        ? "the ticket has none"
        : $"the ticket has {string.Join(", ", view.Current.Select(milestone => milestone.Id.ToText()))}; list the ticket's milestones with ListMilestones";

    private static string Beginning(StartRule start) => start switch
    {
        StartRule.LaterOf both => $"{Words(both.First)} together with {Words(both.Second)}",
        StartRule.FromOnce delayed => Words(delayed.Once),
        _ => Words(start.Event),
    };

    private static string Words(StartEvent trigger) => trigger switch
    {
        StartEvent.AgentResponded => "an agent's response",
        StartEvent.CustomerReplied => "a customer's reply",
        StartEvent.Confirmed => "the confirmation of the error",
        StartEvent.WorkaroundProvided => "a workaround",
        _ => "the receipt",
    };
}
