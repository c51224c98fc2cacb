using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Cli.Replay;

/// <summary>Adds up the outcomes of one scenario. The order of the outcomes makes no difference to the sums.</summary>
internal sealed class ScenarioTally(string label)
{
    private readonly SortedDictionary<(int Level, MilestoneKind Milestone), AttainmentCounts> _counts = [];
    private readonly Dictionary<int, string> _labels = [];
    private readonly List<RefusedTicket> _refused = [];

    public string Label => label;

    /// <summary>The plan in the revision that was used; empty before the first outcome.</summary>
    public string Plan { get; private set; } = "";

    public int SimulatedCount { get; private set; }

    public IReadOnlyList<RefusedTicket> Refused => _refused;

    /// <summary>By level, then milestone.</summary>
    public IEnumerable<AttainmentRow> Rows => _counts.Select(pair =>
        new AttainmentRow(pair.Key.Level, _labels.GetValueOrDefault(pair.Key.Level, $"{pair.Key.Level}"), pair.Key.Milestone, pair.Value));

    public void Take(SimulateTicketsResponse answer)
    {
        if (answer.ResultCase == SimulateTicketsResponse.ResultOneofCase.Refusal)
        {
            _refused.Add(new RefusedTicket(answer.ItemId, answer.Refusal.Reason, answer.Refusal.Messages));
            return;
        }

        var outcome = answer.Outcome;
        SimulatedCount++;
        Plan = outcome.Ticket.Plan;
        _labels.TryAdd(outcome.Ticket.RulingLevel, outcome.Ticket.RulingLabel);
        foreach (var milestone in outcome.Milestones)
        {
            var key = (milestone.Level, milestone.Kind);
            _counts[key] = _counts.GetValueOrDefault(key, new AttainmentCounts()).With(milestone.State);
        }
    }
}
