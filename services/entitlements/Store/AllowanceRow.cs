using NodaTime;

namespace SlaPlatform.Entitlements.Store;

/// <summary>What the entries of a ledger come to.</summary>
internal sealed class AllowanceRow
{
    public required string AccountId { get; init; }

    public required string SubscriptionId { get; init; }

    public required string Feature { get; init; }

    /// <summary>The last entry.</summary>
    public long Sequence { get; set; }

    /// <summary>The last entry's record time.</summary>
    public Instant AsOf { get; set; }

    /// <summary>The first instant of the last entry's period.</summary>
    public Instant PeriodStart { get; set; }

    public decimal Granted { get; set; }

    public decimal Available { get; set; }

    public decimal Reserved { get; set; }

    public decimal Consumed { get; set; }
}
