using NodaTime;
using SlaPlatform.Engine.Allowances;

namespace SlaPlatform.Entitlements.Store;

/// <summary>An entry of a ledger, with what it moves on each account; the database itself refuses one that does not sum to zero. Rows are added and never changed.</summary>
internal sealed class LedgerEntryRow
{
    public required string AccountId { get; init; }

    public required string SubscriptionId { get; init; }

    public required string Feature { get; init; }

    public required long Sequence { get; init; }

    public required Instant RecordTime { get; init; }

    public required Instant EffectiveTime { get; init; }

    public required Instant PeriodStart { get; init; }

    public required LedgerOperation Operation { get; init; }

    public required string Reason { get; init; }

    public required string Actor { get; init; }

    public required string? Reservation { get; init; }

    public required Instant? HoldUntil { get; init; }

    public required decimal Granted { get; init; }

    public required decimal Available { get; init; }

    public required decimal Reserved { get; init; }

    public required decimal Consumed { get; init; }

    public required decimal Expired { get; init; }
}
