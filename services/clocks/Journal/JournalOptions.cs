using System.ComponentModel.DataAnnotations;

namespace SlaPlatform.Clocks.Journal;

/// <summary>The clock's store; configuration section <c>Journal</c>, checked at start.</summary>
internal sealed class JournalOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Journal";

    /// <summary>How many events of each of the 64 shards are kept for watchers that resume. 100 to 1,000,000, default 20,000.</summary>
    [Range(100, 1_000_000)]
    public int EventsKept { get; set; } = 20_000;

    /// <summary>How long a request id is remembered. 1 minute to 7 days, default 24 h, which the contract promises.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan RequestMemory { get; set; } = TimeSpan.FromHours(24);
}
