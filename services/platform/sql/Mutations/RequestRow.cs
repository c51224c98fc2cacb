using NodaTime;

namespace SlaPlatform.Sql.Mutations;

/// <summary>A mutation that was carried out, kept so that a repeat changes nothing.</summary>
public sealed class RequestRow
{
    /// <summary>For how long a repeated request id changes nothing.</summary>
    public static Duration RepeatWindow { get; } = Duration.FromHours(24);

    /// <summary>The caller's UUID, in one spelling.</summary>
    public required string RequestId { get; init; }

    /// <summary>What was asked, the rpc's name included.</summary>
    public required string Digest { get; set; }

    /// <summary>The resource that it made or changed.</summary>
    public required string ResourceName { get; set; }

    /// <summary>When it was carried out.</summary>
    public required Instant RecordTime { get; set; }
}
