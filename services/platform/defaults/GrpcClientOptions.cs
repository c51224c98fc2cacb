using System.ComponentModel.DataAnnotations;

namespace SlaPlatform.ServiceDefaults;

/// <summary>How the services call each other; configuration section <c>GrpcClients</c>, checked at start.</summary>
public sealed class GrpcClientOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "GrpcClients";

    /// <summary>The deadline of a unary call that has none of its own, from its start. 0.1 s to 5 min, default 10 s. Streams have none unless the caller sets it.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan DefaultDeadline { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a call that ends in UNAVAILABLE is tried in all. 2 to 5, default 4.</summary>
    [Range(2, 5)]
    public int MaxAttempts { get; set; } = 4;

    /// <summary>The bound of the random wait before the second attempt; it doubles with each one. 10 ms to 10 s, default 100 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:00:10")]
    public TimeSpan InitialBackoff { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The bound of any wait between attempts. 10 ms to 1 min, default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00")]
    public TimeSpan MaxBackoff { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a connection attempt may take. 0.1 s to 1 min, default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(2);
}
