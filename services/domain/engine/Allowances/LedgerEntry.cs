using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Allowances;

/// <summary>An entry of the ledger. Entries are appended and never changed.</summary>
public sealed record LedgerEntry
{
    /// <summary>Its place: 1 for the first, growing by one.</summary>
    public required long Sequence { get; init; }

    /// <summary>When it was told; of an entry that nobody told (a renewal, a lapse, an expiry, a pro-rating) when it happened, whenever it was written.</summary>
    public required Instant RecordTime { get; init; }

    /// <summary>When it was true.</summary>
    public required Instant EffectiveTime { get; init; }

    /// <summary>The first instant of the period that it belongs to.</summary>
    public required Instant PeriodStart { get; init; }

    /// <summary>What it does.</summary>
    public required LedgerOperation Operation { get; init; }

    /// <summary>Why or what for; may be empty.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who corrected; empty of other operations.</summary>
    public string Actor { get; init; } = "";

    /// <summary>The id of the reservation that it makes or closes; null of other operations.</summary>
    public string? Reservation { get; init; }

    /// <summary>When the reservation that it makes lapses; null of other operations.</summary>
    public Instant? HoldUntil { get; init; }

    /// <summary>What moved where; two or three, one for each account touched. They sum to zero.</summary>
    public required ImmutableArray<Posting> Postings { get; init; }

    /// <summary>What it moves on an account; zero when it does not touch it.</summary>
    public decimal On(LedgerAccount account) => Postings.FirstOrDefault(posting => posting.Account == account)?.Quantity ?? 0;

    /// <inheritdoc/>
    public bool Equals(LedgerEntry? other) => other is not null && Sequence == other.Sequence && RecordTime == other.RecordTime
        && EffectiveTime == other.EffectiveTime && PeriodStart == other.PeriodStart && Operation == other.Operation && Reason == other.Reason
        && Actor == other.Actor && Reservation == other.Reservation && HoldUntil == other.HoldUntil && Postings.SequenceEqual(other.Postings);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Sequence, RecordTime, Operation);
}
