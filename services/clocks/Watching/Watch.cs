using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.Clocks.Telemetry;
using SlaPlatform.Clocks.Tickets;

namespace SlaPlatform.Clocks.Watching;

/// <summary>One watch: what was missed since its token, then what the feed brings.</summary>
internal sealed class Watch(EventFeed feed, Outbox outbox, JournalGate journal, ClockMetrics metrics, IOptions<WatchOptions> options, TimeProvider clock)
{
    /// <summary>The positions as of now.</summary>
    public async Task<ResumeToken> Here() => new(journal.Epoch, await outbox.LastOfAll());

    /// <summary>Follows the events from a token on.</summary>
    /// <param name="from">The token; null for now on.</param>
    /// <param name="accepts">Which events are wanted.</param>
    /// <param name="cancellation">Ends the watch.</param>
    /// <returns>Each wanted event with the token after it; without one for a while, a sign of life with the token after what was not wanted.</returns>
    /// <exception cref="WatchEndedException">The watch cannot go on.</exception>
    public async IAsyncEnumerable<(FeedItem? Item, ResumeToken Token)> Follow(
        ResumeToken? from, Func<TicketEventEntry, bool> accepts, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await feed.WaitUntilRunning(cancellation);
        var last = await Here();
        var token = from ?? last;
        if (token.Epoch != last.Epoch || Shards.All.Any(shard => token.Positions[shard] > last.Positions[shard]))
        {
            metrics.WatchBegan();
            metrics.WatchEnded(WatchEnd.Expired);
            throw new WatchEndedException(WatchEnd.Expired, token);
        }

        var watcher = new Watcher(accepts, token.Positions, options.Value.MostWaiting);
        var joined = feed.Join(watcher);
        metrics.WatchBegan();
        try
        {
            yield return (null, token);
            await foreach (var (item, after) in Missed(token, joined, watcher, accepts, cancellation))
            {
                token = after;
                yield return (item, token);
            }

            while (true)
            {
                while (watcher.Take() is { } item)
                {
                    // The last that waits takes the token past all that is not wanted, too: a shard without anything wanted would be left behind for ever.
                    token = (watcher.Passed is { } passed ? token with { Positions = passed } : token).After(item.Shard, item.Sequence);
                    yield return (item, token);
                }

                switch (await More(watcher, cancellation))
                {
                    case false:
                        throw new WatchEndedException(watcher.CutOff ?? WatchEnd.Stopping, token);
                    case null when watcher.Passed is { } quiet:
                        token = token with { Positions = quiet };
                        yield return (null, token);
                        break;
                }
            }
        }
        finally
        {
            feed.Leave(watcher);
            metrics.WatchEnded(watcher.CutOff);
        }
    }

    /// <summary>Whether more has come (true), the feed has ended (false), or it is time for a sign of life (null).</summary>
    private async Task<bool?> More(Watcher watcher, CancellationToken cancellation)
    {
        using var quiet = new CancellationTokenSource(options.Value.HeartbeatAfter, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(quiet.Token, cancellation);
        try
        {
            return await watcher.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    private async IAsyncEnumerable<(FeedItem? Item, ResumeToken Token)> Missed(
        ResumeToken start, ImmutableArray<long> joined, Watcher watcher, Func<TicketEventEntry, bool> accepts, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var token = start;
        var said = clock.GetTimestamp();
        foreach (var shard in Shards.All)
        {
            while (token.Positions[shard] < joined[shard])
            {
                cancellation.ThrowIfCancellationRequested();
                // A stop does not wait for a long way; one that is cut off for being slow gets all of it, so that it goes forward at every try.
                if (watcher.CutOff is WatchEnd.Stopping)
                {
                    throw new WatchEndedException(WatchEnd.Stopping, token);
                }

                var batch = await outbox.After(shard, token.Positions[shard]);
                if (token.Epoch != journal.Epoch || batch.IsEmpty || batch[0].Sequence != token.Positions[shard] + 1)
                {
                    throw Expired();
                }

                foreach (var (sequence, stored) in batch.Where(entry => entry.Sequence <= joined[shard]))
                {
                    var item = EventCodec.TryRead(stored.Span, out var read, out _)
                        ? new FeedItem(shard, sequence, read)
                        : throw Expired();
                    token = token.After(shard, sequence);
                    if (accepts(read))
                    {
                        said = clock.GetTimestamp();
                        yield return (item, token);
                    }
                }

                // A long way through what is not wanted must still be heard of in time.
                if (clock.GetElapsedTime(said) >= options.Value.HeartbeatAfter)
                {
                    said = clock.GetTimestamp();
                    yield return (null, token);
                }
            }
        }

        WatchEndedException Expired()
        {
            watcher.End(WatchEnd.Expired);
            return new WatchEndedException(WatchEnd.Expired, token);
        }
    }
}
