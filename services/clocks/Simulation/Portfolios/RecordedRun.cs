using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Clocks.Policies;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Engine.Portfolios;
using MilestoneKind = SlaPlatform.Engine.Policies.MilestoneKind;
using MilestoneState = SlaPlatform.Engine.Clocks.MilestoneState;

namespace SlaPlatform.Clocks.Simulation.Portfolios;

/// <summary>The course that tickets took, which a single scenario is compared with.</summary>
internal sealed class RecordedRun(PlanBooks books)
{
    /// <summary>What the answer calls it.</summary>
    public const string Label = "recorded";

    private readonly AttainmentTally _tally = new(Label);

    /// <summary>The sums, by level, then milestone.</summary>
    public IEnumerable<Attainment> Attainments => _tally.Attainments;

    /// <summary>The verdicts of a ticket by then; null when it was not recorded yet.</summary>
    public async Task<ImmutableSortedDictionary<MilestoneKind, MilestoneState>?> RunAsync(PastTicket ticket, Instant until)
    {
        if (ticket.Record is not { } record || RecordedCourse.At(record, await books.Of(record.Plans), until) is not { } view)
        {
            return null;
        }

        _tally.Add(view.Milestones);
        return Verdicts.Of(view.Milestones);
    }
}
