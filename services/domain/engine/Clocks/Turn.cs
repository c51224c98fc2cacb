using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks.Signalling;

namespace SlaPlatform.Engine.Clocks;

/// <summary>What one turn adds to a ticket's record, in this order: what had come due before, the new facts, what they caused.</summary>
/// <param name="RecordTime">The turn's record time.</param>
/// <param name="Before">Signals owed on the facts known before.</param>
/// <param name="Facts">The facts recorded.</param>
/// <param name="After">Retractions and signals that the new facts caused.</param>
/// <param name="Log">The record with all of it.</param>
/// <param name="NextWake">When something will be owed next if nothing is told, a whole millisecond; null for never.</param>
public sealed record Turn(
    Instant RecordTime,
    ImmutableArray<Signal> Before,
    ImmutableArray<RecordedFact> Facts,
    ImmutableArray<Signal> After,
    TicketLog Log,
    Instant? NextWake)
{
    /// <summary>What the facts say after the turn, and what they said before it; kept so that nobody folds them again.</summary>
    internal (Schedule? Before, Schedule After) Schedules { get; init; }

    /// <summary>How the ticket stands after the turn, at its record time.</summary>
    public TicketView ViewAfter() => Viewing.View(Log, Schedules.After, RecordTime);

    /// <summary>How it stood without the turn's facts, at the same time; null where there was no ticket.</summary>
    /// <param name="before">The record before the turn.</param>
    public TicketView? ViewBefore(TicketLog before) => Schedules.Before is { } schedule ? Viewing.View(before, schedule, RecordTime) : null;

    /// <summary>All signals of the turn in the order they are raised.</summary>
    public ImmutableArray<Signal> Signals => Before.AddRange(After);

    /// <summary>Whether the turn adds nothing to the record.</summary>
    public bool IsEmpty => Before.IsEmpty && Facts.IsEmpty && After.IsEmpty;
}
