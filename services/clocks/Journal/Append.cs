using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Clocks.Journal;

/// <summary>What one turn of a ticket writes, all of it or nothing.</summary>
internal sealed record Append
{
    /// <summary>The ticket.</summary>
    public required string TicketId { get; init; }

    /// <summary>How long the journal is for whoever decided the turn; another length refuses it.</summary>
    public required int ExpectedLength { get; init; }

    /// <summary>The encoded records.</summary>
    public ImmutableArray<byte[]> Records { get; init; } = [];

    /// <summary>The encoded events for watchers.</summary>
    public ImmutableArray<byte[]> Events { get; init; } = [];

    /// <summary>When the turn was decided, by which old events go; null lets none go by age.</summary>
    public Instant? Time { get; init; }

    /// <summary>The ticket's next wake, or null for none.</summary>
    public Instant? NextWake { get; init; }

    /// <summary>What lists show of the ticket; null when there is no such ticket.</summary>
    public TicketDigest? Summary { get; init; }

    /// <summary>The encoded snapshot of the ticket after the turn; null to leave the stored one.</summary>
    public byte[]? Snapshot { get; init; }

    /// <summary>How much is stored of the ticket itself.</summary>
    public long Bytes => Records.Sum(record => (long)record.Length) + (Snapshot?.Length ?? 0);

    /// <summary>The request that the turn serves, or null.</summary>
    public RequestMark? Request { get; init; }
}
