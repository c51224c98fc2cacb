using System.ComponentModel.DataAnnotations;

namespace SlaPlatform.Clocks.Journal;

/// <summary>The clock's store; configuration section <c>Journal</c>, checked at start.</summary>
internal sealed class JournalOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Journal";

    /// <summary>The default of <see cref="SnapshotEvery"/>.</summary>
    public const int DefaultSnapshotEvery = 50;

    /// <summary>How many events of each of the 64 shards are kept at most for watchers that resume. 100 to 1,000,000, default 20,000.</summary>
    [Range(100, 1_000_000)]
    public int EventsKept { get; set; } = 20_000;

    /// <summary>
    /// How many records of a ticket are read and folded one by one before a snapshot stands for them. 10 to 10,000, default 50: a snapshot is as large as about
    /// fifteen records, so it adds a third to the journal's writes, and a turn folds 25 records on average.
    /// </summary>
    [Range(10, 10_000)]
    public int SnapshotEvery { get; set; } = DefaultSnapshotEvery;

    /// <summary>
    /// How long events are kept for watchers that resume, when <see cref="EventsKept"/> has room for them. Older ones go when the shard gets new ones, so that a
    /// quiet shard keeps them longer. 1 minute to 365 days, default 7 days.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "365.00:00:00")]
    public TimeSpan EventsKeptFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a request id is remembered. 1 minute to 7 days, default 24 h, which the contract promises.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan RequestMemory { get; set; } = TimeSpan.FromHours(24);
}
