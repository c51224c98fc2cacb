using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Clocks.Journal;

namespace SlaPlatform.Clocks.Grains;

/// <summary>The first entries of a shard's due index, read in pages.</summary>
/// <param name="Entries">They, earliest first, in Unix milliseconds.</param>
/// <param name="IsAll">Whether the index has no more up to the time asked for.</param>
internal sealed record NearWakes(ImmutableArray<(string TicketId, long Wake)> Entries, bool IsAll)
{
    /// <summary>How many entries a page has.</summary>
    public const int PageSize = 1000;

    /// <summary>How many pages are read at most: so many tickets of one shard may be impossible to wake before they hide others, whose notices must not be lost then.</summary>
    public const int MostPages = 20;

    /// <summary>
    /// Reads one page, and goes on for those that are being woken already or have failed: they stay at the head of the index until they are served, and must not hide
    /// the rest.
    /// </summary>
    /// <param name="due">The index.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="until">How far to look.</param>
    /// <param name="isTried">Whether a ticket is being woken or has failed.</param>
    /// <exception cref="JournalUnavailableException">Redis did not answer.</exception>
    public static async Task<NearWakes> Read(DueIndex due, int shard, Instant until, Func<string, bool> isTried)
    {
        var found = ImmutableArray.CreateBuilder<(string TicketId, long Wake)>();
        for (int pages = 1, news = 0; ; pages++)
        {
            var page = await due.UpTo(shard, until, PageSize, skip: found.Count);
            found.AddRange(page);
            news += page.Count(entry => !isTried(entry.TicketId));
            if (page.Length < PageSize || news >= PageSize || pages == MostPages)
            {
                return new NearWakes(found.ToImmutable(), page.Length < PageSize);
            }
        }
    }
}
