using NodaTime;

namespace SlaPlatform.Entitlements.Store;

/// <summary>A mutation that was carried out, kept so that a repeat changes nothing.</summary>
internal sealed class RequestRow
{
    public required string RequestId { get; init; }

    /// <summary>What was asked, the rpc's name included.</summary>
    public required string Digest { get; init; }

    /// <summary>The resource that it made or changed.</summary>
    public required string ResourceName { get; init; }

    public required Instant RecordTime { get; init; }
}
