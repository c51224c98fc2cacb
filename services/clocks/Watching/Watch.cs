using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Journal.Encoding;

namespace SlaPlatform.Clocks.Watching;

/// <summary>One watch: what was missed since its token, then what the feed brings.</summary>
internal sealed class Watch(EventFeed feed, Outbox outbox, JournalGate journal, IOptions<WatchOptions> options, TimeProvider clock)
{
    /// <summary>The positions as of now.</summary>
    public async Task<ResumeToken> Here() => new(journal.Epoch, await outbox.LastOfAll());

    /// <summary>Follows the events from a token on.</summary>
    /// <param name="from">The token; null for now on.</param>
    /// <param name="cancellation">Ends the watch.</param>
    /// <returns>Each event with the token after it; without an event, a sign of life.</returns>
    /// <exception cref="WatchEndedException">The watch cannot go on.</exception>
    public async IAsyncEnumerable<(FeedItem? Item, ResumeToken Token)> Follow(ResumeToken? from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await feed.WaitUntilRunning(cancellation);
        var last = await Here();
        var start = from ?? last;
        if (start.Epoch != last.Epoch || Shards.All.Any(shard => start.Positions[shard] > last.Positions[shard]))
        {
            throw new WatchEndedException(WatchEnd.Expired, start);
        }

        var watcher = new Watcher(options.Value.MostWaiting);
        var joined = feed.Join(watcher);
        try
        {
            var token = start;
            yield return (null, token);
            await foreach (var item in Missed(start, joined, cancellation))
            {
                token = After(token, item);
                yield return (item, token);
            }

            while (true)
            {
                var more = await More(watcher, cancellation);
                if (more == false)
                {
                    throw new WatchEndedException(watcher.CutOff ?? WatchEnd.Stopping, token);
                }

                var any = false;
                while (watcher.Waiting.TryRead(out var item))
                {
                    if (item.Sequence > token.Positions[item.Shard])
                    {
                        any = true;
                        token = After(token, item);
                        yield return (item, token);
                    }
                }

                if (!any)
                {
                    yield return (null, token);
                }
            }
        }
        finally
        {
            feed.Leave(watcher);
        }
    }

    private static ResumeToken After(ResumeToken token, FeedItem item) => token with { Positions = token.Positions.SetItem(item.Shard, item.Sequence) };

    /// <summary>Whether more has come (true), the feed has ended (false), or it is time for a sign of life (null).</summary>
    private async Task<bool?> More(Watcher watcher, CancellationToken cancellation)
    {
        using var quiet = new CancellationTokenSource(options.Value.HeartbeatAfter, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(quiet.Token, cancellation);
        try
        {
            return await watcher.Waiting.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private async IAsyncEnumerable<FeedItem> Missed(ResumeToken start, ImmutableArray<long> joined, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var shard in Shards.All)
        {
            var position = start.Positions[shard];
            while (position < joined[shard])
            {
                cancellation.ThrowIfCancellationRequested();
                var batch = await outbox.After(shard, position);
                if (batch.IsEmpty || batch[0].Sequence != position + 1)
                {
                    throw new WatchEndedException(WatchEnd.Expired, start);
                }

                foreach (var (sequence, entry) in batch.Where(entry => entry.Sequence <= joined[shard]))
                {
                    yield return EventCodec.TryRead(entry.Span, out var read, out _)
                        ? new FeedItem(shard, sequence, read)
                        : throw new WatchEndedException(WatchEnd.Expired, start);
                }

                position = batch[^1].Sequence;
            }
        }
    }
}
