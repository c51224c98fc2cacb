using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Clocks.Journal;

/// <summary>What lists show of a ticket and filter by.</summary>
internal sealed record TicketDigest
{
    /// <summary>The ticket's id.</summary>
    public required string TicketId { get; init; }

    /// <summary><c>accounts/{account}</c>.</summary>
    public required string Account { get; init; }

    /// <summary><c>policies/{policy}@{revision}/plans/{plan}</c>.</summary>
    public required string Plan { get; init; }

    /// <summary>The level that rules.</summary>
    public required int Level { get; init; }

    /// <summary>Its label.</summary>
    public required string Label { get; init; }

    /// <summary>The customer's level; null when none was claimed, and in summaries written before it was kept.</summary>
    public int? Claimed { get; init; }

    /// <summary>Support's level; null until verified, and in summaries written before it was kept.</summary>
    public int? Verified { get; init; }

    /// <summary>The engine's name of the state.</summary>
    public required string State { get; init; }

    /// <summary>Whether it is closed or merged.</summary>
    public required bool Ended { get; init; }

    /// <summary>When it was closed or merged; null while it is not, and in summaries written before it was kept.</summary>
    public Instant? EndTime { get; init; }

    /// <summary>The earliest due time of what runs, or null.</summary>
    public Instant? NextDue { get; init; }

    /// <summary>The engine's name of the milestone that is due then; empty for none.</summary>
    public string NextDueKind { get; init; } = "";

    /// <summary>The due times of all that runs, to see which of them another version of engine or tzdb moves; null in summaries written before they were kept.</summary>
    public ImmutableDictionary<MilestoneId, Instant>? Dues { get; init; }

    /// <summary>Occurrences that are breached or were met late.</summary>
    public required int Breaches { get; init; }

    /// <summary>When it was received.</summary>
    public required Instant ReceivedTime { get; init; }

    /// <summary>The caller's own number.</summary>
    public required string Reference { get; init; }

    /// <summary>Facts recorded.</summary>
    public required int FactCount { get; init; }

    /// <summary>Its place in a list: the due time in Unix milliseconds, or <see cref="JournalKeys.NoDue"/>; once it has ended, that and the end time, after all that have not.</summary>
    public long Score => Ended ? JournalKeys.NoDue + (EndTime?.ToUnixTimeMilliseconds() ?? 0) : NextDue?.ToUnixTimeMilliseconds() ?? JournalKeys.NoDue;
}
