using System.Globalization;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Portfolios;
using SlaPlatform.Rpc.Mapping;
using MilestoneKind = SlaPlatform.Engine.Policies.MilestoneKind;

namespace SlaPlatform.Clocks.Simulation.Portfolios;

/// <summary>Adds up how milestones of many tickets stand.</summary>
/// <param name="label">What the sums are of.</param>
internal sealed class AttainmentTally(string label)
{
    private readonly SortedDictionary<(int Level, MilestoneKind Kind), AttainmentCounts> _counts = [];

    /// <summary>The sums, by level, then milestone.</summary>
    public IEnumerable<Attainment> Attainments => _counts.Select(pair => new Attainment
    {
        Scenario = label,
        Level = pair.Key.Level,
        Milestone = pair.Key.Kind.ToProto(),
        Met = pair.Value.Met,
        MetLate = pair.Value.MetLate,
        Breached = pair.Value.Breached,
        Open = pair.Value.Open,
        Paused = pair.Value.Paused,
        Exempt = pair.Value.Exempt,
        Untimed = pair.Value.Untimed,
        Cancelled = pair.Value.Cancelled,
        AttainedPercent = pair.Value.Percent?.ToString("0.00", CultureInfo.InvariantCulture) ?? "",
    });

    /// <summary>Counts every occurrence of a ticket.</summary>
    public void Add(IEnumerable<MilestoneView> milestones)
    {
        foreach (var milestone in milestones)
        {
            var key = (milestone.Level, milestone.Id.Kind);
            _counts[key] = _counts.GetValueOrDefault(key, new AttainmentCounts()).With(milestone);
        }
    }
}
