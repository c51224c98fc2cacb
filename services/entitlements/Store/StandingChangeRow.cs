using NodaTime;

namespace SlaPlatform.Entitlements.Store;

/// <summary>A suspension or reinstatement that running clocks must learn of, where their policy says so.</summary>
internal sealed class StandingChangeRow
{
    public required string AccountId { get; init; }

    /// <summary>The account's version with it.</summary>
    public required long Version { get; init; }

    public required bool IsSuspended { get; init; }

    public required Instant Time { get; init; }

    /// <summary>When every clock had been told; null until then.</summary>
    public Instant? DoneTime { get; set; }
}
