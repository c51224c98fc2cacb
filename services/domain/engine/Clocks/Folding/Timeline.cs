using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks.Folding;

/// <summary>A ticket's facts, folded in effective order, as they stand if nothing more is told.</summary>
internal sealed record Timeline
{
    public required Instant Received { get; init; }

    public required Fact.Opened Opening { get; init; }

    public required ImmutableArray<Mark> Marks { get; init; }

    public required History<PlanTerms> Plans { get; init; }

    public required History<int?> Claimed { get; init; }

    public required History<int?> Verified { get; init; }

    public required History<int> Ruling { get; init; }

    public required History<string> Lines { get; init; }

    public required History<Hold> Holds { get; init; }

    public required History<ImmutableSortedSet<string>> Exclusions { get; init; }

    public required History<Phase> Phases { get; init; }

    public required History<string?> Cause { get; init; }

    public required ImmutableArray<CloseAttempt> CloseAttempts { get; init; }

    /// <summary>The facts that a later-arriving one made void, by sequence, with the reason.</summary>
    public required ImmutableSortedDictionary<long, string> Voided { get; init; }

    /// <summary>The target of a milestone as it stands at an instant, or null.</summary>
    public Target? TargetAt(MilestoneKind kind, Instant instant) => Plans.At(instant).FindTarget(Ruling.At(instant), kind);

    /// <summary>The first mark of a kind, or null.</summary>
    public Instant? First(MarkKind kind)
    {
        foreach (var mark in Marks)
        {
            if (mark.Kind == kind)
            {
                return mark.At;
            }
        }

        return null;
    }
}
