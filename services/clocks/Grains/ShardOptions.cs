using System.ComponentModel.DataAnnotations;

namespace SlaPlatform.Clocks.Grains;

/// <summary>How shards wake tickets; configuration section <c>Shards</c>, checked at start.</summary>
internal sealed class ShardOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Shards";

    /// <summary>How many wakes each shard has in flight at most. 1 to 1,000, default 32.</summary>
    [Range(1, 1000)]
    public int MostInFlight { get; set; } = 32;

    /// <summary>After how long a wake without an answer is tried again. 0.5 s to 1 min, default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:01:00")]
    public TimeSpan WakeTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a shard compares its memory with the due index, and how often each silo looks after all shards. 0.1 s to 1 min, default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan ReconcileEvery { get; set; } = TimeSpan.FromSeconds(1);
}
