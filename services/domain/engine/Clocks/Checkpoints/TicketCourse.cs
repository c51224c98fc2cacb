using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks.Folding;

namespace SlaPlatform.Engine.Clocks.Checkpoints;

/// <summary>
/// What a fold of the facts holds at a checkpoint. Of every value that changes: the step in force just before the checkpoint, and those at it.
/// </summary>
public sealed record TicketCourse
{
    /// <summary>The plan.</summary>
    public required ImmutableArray<Step<PlanReference>> Plans { get; init; }

    /// <summary>The level that the customer claims.</summary>
    public required ImmutableArray<Step<int?>> Claimed { get; init; }

    /// <summary>The level that support set.</summary>
    public required ImmutableArray<Step<int?>> Verified { get; init; }

    /// <summary>The level that rules.</summary>
    public required ImmutableArray<Step<int>> Ruling { get; init; }

    /// <summary>The line that the ticket is with.</summary>
    public required ImmutableArray<Step<string>> Lines { get; init; }

    /// <summary>What holds it up.</summary>
    public required ImmutableArray<Step<Hold>> Holds { get; init; }

    /// <summary>The exclusion clauses in force.</summary>
    public required ImmutableArray<Step<ImmutableSortedSet<string>>> Exclusions { get; init; }

    /// <summary>The stage of its life.</summary>
    public required ImmutableArray<Step<Phase>> Phases { get; init; }

    /// <summary>Whose error it was held to be.</summary>
    public required ImmutableArray<Step<string?>> Cause { get; init; }

    /// <summary>The vendor's level that the customer agreed to, or null.</summary>
    public int? Agreed { get; init; }

    /// <summary>Whether the customer was answered at all.</summary>
    public bool Answered { get; init; }

    /// <summary>What began the waiting on the customer, or null while nobody waits.</summary>
    public Moment? Waiting { get; init; }

    /// <summary>When the ticket closes by itself for that waiting; null when it does not.</summary>
    public CloseAttempt? Attempt { get; init; }

    /// <summary>How it ended, as far as it did.</summary>
    public TicketEnds Ends { get; init; } = TicketEnds.None;

    /// <summary>The silence that the customer is in, or null.</summary>
    public OpenSilence? Silence { get; init; }

    /// <summary>When it was confirmed first, or null.</summary>
    public Instant? Confirmed { get; init; }

    /// <summary>When it was worked around first, or null.</summary>
    public Instant? WorkedAround { get; init; }

    /// <summary>Whether an agent has responded since the last milestone began that starts at most once.</summary>
    public bool AgentSpoke { get; init; }

    /// <summary>Whether the customer has replied since then.</summary>
    public bool CustomerSpoke { get; init; }
}
