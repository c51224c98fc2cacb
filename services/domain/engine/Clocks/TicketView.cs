using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Clocks;

/// <summary>How a ticket stands at an instant.</summary>
public sealed record TicketView
{
    /// <summary>The instant.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>Where it stands.</summary>
    public required TicketState State { get; init; }

    /// <summary>The terms it runs under now.</summary>
    public required PlanTerms Terms { get; init; }

    /// <summary>What names these terms.</summary>
    public required PlanReference Plan { get; init; }

    /// <summary>The level that the customer claims, or null.</summary>
    public int? ClaimedLevel { get; init; }

    /// <summary>The level that support set, or null.</summary>
    public int? VerifiedLevel { get; init; }

    /// <summary>The level that rules.</summary>
    public required int RulingLevel { get; init; }

    /// <summary>The line it is with.</summary>
    public required string Line { get; init; }

    /// <summary>Why it waits or is paused; empty otherwise.</summary>
    public string PauseReason { get; init; } = "";

    /// <summary>The exclusion clauses in force.</summary>
    public ImmutableSortedSet<string> Exclusions { get; init; } = [];

    /// <summary>When it was received.</summary>
    public required Instant ReceivedTime { get; init; }

    /// <summary>
    /// Every occurrence of every milestone: by kind, then by start. Of a record since a checkpoint, those that had not ended before it and, of each milestone,
    /// the last one that had.
    /// </summary>
    public required ImmutableArray<MilestoneView> Milestones { get; init; }

    /// <summary>When something will be owed next if nothing is told, or null.</summary>
    public Instant? NextWake { get; init; }

    /// <summary>When it closes by itself for lack of a reply; null when it does not.</summary>
    public Instant? AutoCloseTime { get; init; }

    /// <summary>How many rungs of the ladder were reached.</summary>
    public int RungsReached { get; init; }

    /// <summary>How many occurrences stand in which state, all of them: by kind, then by state.</summary>
    public required ImmutableArray<MilestoneCount> Counts { get; init; }

    /// <summary>How many occurrences are breached or were met late.</summary>
    public int Breaches => Counts.Where(count => count.State is MilestoneState.Breached or MilestoneState.MetLate).Sum(count => count.Count);

    /// <summary>When it was resolved last and not reopened since, or null.</summary>
    public Instant? ResolveTime { get; init; }

    /// <summary>When it was closed or merged and not reopened since, or null.</summary>
    public Instant? CloseTime { get; init; }

    /// <summary>The ticket that it goes on in, or null.</summary>
    public string? MergedInto { get; init; }

    /// <summary>The facts that a later-arriving one made void, by sequence, with the reason. Of a record since a checkpoint, those of its facts.</summary>
    public ImmutableSortedDictionary<long, string> Voided { get; init; } = ImmutableSortedDictionary<long, string>.Empty;

    /// <summary>The latest occurrence of each milestone.</summary>
    public ImmutableArray<MilestoneView> Current =>
        [.. Milestones.GroupBy(milestone => milestone.Id.Kind).Select(occurrences => occurrences.Last())];
}
