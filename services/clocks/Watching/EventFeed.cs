using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.ServiceDefaults;
using StackExchange.Redis;

namespace SlaPlatform.Clocks.Watching;

/// <summary>Reads the ends of all outboxes once for all watchers of this silo: at once when a shard is announced to have grown, and all of them every second.</summary>
internal sealed partial class EventFeed(
    Outbox outbox,
    JournalGate journal,
    [FromKeyedServices(ResourceNames.Redis)] IConnectionMultiplexer redis,
    IOptions<WatchOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<EventFeed> logger) : BackgroundService
{
    private static readonly TimeSpan RetryWhenFull = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly HashSet<Watcher> watchers = [];
    private readonly ConcurrentDictionary<int, bool> grown = new();
    private readonly SemaphoreSlim signal = new(0, 1);

    // Those that wait go on where the look ends, in the order they came: their first step is a short read.
    private readonly TaskCompletionSource running = new();
    private long[]? positions;
    private Guid epoch;

    /// <summary>How many events wait for all watchers together.</summary>
    public long Waiting
    {
        get
        {
            lock (gate)
            {
                return watchers.Sum(watcher => (long)watcher.Count);
            }
        }
    }

    /// <summary>Waits for the first look: a host takes calls a moment before its feed runs.</summary>
    /// <exception cref="JournalUnavailableException">The feed did not run in time.</exception>
    public async Task WaitUntilRunning(CancellationToken cancellation)
    {
        try
        {
            await running.Task.WaitAsync(options.Value.StartWithin, clock, cancellation);
        }
        catch (TimeoutException)
        {
            throw new JournalUnavailableException("The event feed does not run yet.");
        }
    }

    /// <summary>Adds a watcher; it gets every event after the positions given back.</summary>
    /// <exception cref="JournalUnavailableException">The feed does not run yet, or no longer.</exception>
    /// <exception cref="RefusalException">There are as many watches as there may be.</exception>
    public ImmutableArray<long> Join(Watcher watcher)
    {
        lock (gate)
        {
            if (watchers.Count >= options.Value.MostWatches)
            {
                throw Refusals.ResourceExhausted(
                    ErrorReason.TooManyWatches, ResourceNames.Clocks, $"This replica serves {watchers.Count} watches, as many as it may; try again later, or watch more tickets in one stream.", RetryWhenFull);
            }

            var from = positions ?? throw new JournalUnavailableException("The event feed does not run yet.");
            watcher.Begin(from);
            watchers.Add(watcher);
            return [.. from];
        }
    }

    /// <summary>Removes a watcher.</summary>
    public void Leave(Watcher watcher)
    {
        lock (gate)
        {
            watchers.Remove(watcher);
        }
    }

    // Watches end when the stop begins: the listeners wait for running calls before this service is stopped.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        await Run(ending.Token);
    }

    private async Task Run(CancellationToken stoppingToken)
    {
        var subscribed = false;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    subscribed = subscribed || await Subscribe();
                    await Look();
                    await WaitForMore(stoppingToken);
                }
                catch (Exception e) when (!stoppingToken.IsCancellationRequested)
                {
                    // Whatever it was, watchers lose no more than time; the timers of this host go on.
                    NotRead(e.InnerException?.Message ?? e.Message);
                    await Task.Delay(options.Value.LookEvery, clock, stoppingToken);
                }
            }
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The stop, or what failed while it began.
        }
        finally
        {
            End();
        }
    }

    private Task<bool> Subscribe() => RedisCalls.Reach(async () =>
    {
        await redis.GetSubscriber().SubscribeAsync(JournalKeys.OutboxGrew, (_, shard) => Grew(shard));
        return true;
    });

    private void Grew(RedisValue shard)
    {
        if (!shard.TryParse(out int number) || number is < 0 or >= Shards.Count)
        {
            return;
        }

        grown[number] = true;
        try
        {
            signal.Release();
        }
        catch (SemaphoreFullException)
        {
            // A look is due already.
        }
    }

    /// <summary>Looks at all shards: begins anew when Redis holds something else than before, else reads what grew unannounced.</summary>
    internal async Task Look()
    {
        await journal.Open();
        var last = await outbox.LastOfAll();
        var isBack = positions is not null && Shards.All.Any(shard => last[shard] < positions[shard]);
        if (isBack && epoch == journal.Epoch)
        {
            // An older copy was restored, and gives sequences anew: tokens of before must not pass for its own once it has caught up.
            await journal.Renew(epoch);
        }

        if (positions is null || isBack || epoch != journal.Epoch)
        {
            Begin(last);
            return;
        }

        foreach (var shard in Shards.All.Where(shard => last[shard] > positions[shard]))
        {
            await Read(shard);
        }
    }

    private void Begin(ImmutableArray<long> last)
    {
        lock (gate)
        {
            EndAll(WatchEnd.Expired);
            positions = [.. last];
            epoch = journal.Epoch;
        }

        running.TrySetResult();
    }

    private async Task WaitForMore(CancellationToken stoppingToken)
    {
        var until = clock.GetTimestamp();
        while (clock.GetElapsedTime(until) < options.Value.LookEvery)
        {
            if (!await Signalled(options.Value.LookEvery - clock.GetElapsedTime(until), stoppingToken))
            {
                return;
            }

            foreach (var shard in grown.Keys.Where(shard => grown.TryRemove(shard, out _)).ToArray())
            {
                await Read(shard);
            }
        }
    }

    private async Task<bool> Signalled(TimeSpan within, CancellationToken stoppingToken)
    {
        using var timeout = new CancellationTokenSource(within > TimeSpan.Zero ? within : TimeSpan.Zero, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stoppingToken);
        try
        {
            await signal.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task Read(int shard)
    {
        while (true)
        {
            var position = positions![shard];
            var batch = await outbox.After(shard, position);
            if (batch.IsEmpty)
            {
                return;
            }

            if (epoch != journal.Epoch)
            {
                // These are events of what Redis holds since: the next look begins anew.
                return;
            }

            lock (gate)
            {
                // A watcher that resumed from further on than this silo had read misses nothing.
                foreach (var watcher in watchers)
                {
                    watcher.Lose(shard, batch[0].Sequence - 1);
                }

                positions[shard] = batch[^1].Sequence;
                foreach (var (sequence, entry) in batch)
                {
                    Offer(shard, sequence, entry.Span);
                }
            }

            if (batch.Length < Outbox.Batch)
            {
                return;
            }
        }
    }

    // An event that cannot be read is left out loudly: whoever watched must look at the tickets anew, and the feed goes on after it.
    private void Offer(int shard, long sequence, ReadOnlySpan<byte> stored)
    {
        if (!EventCodec.TryRead(stored, out var entry, out var problem))
        {
            NotDecoded(sequence, shard, problem);
            EndAll(WatchEnd.Expired);
            return;
        }

        var item = new FeedItem(shard, sequence, entry);
        foreach (var watcher in watchers)
        {
            watcher.Offer(item);
        }
    }

    private void End()
    {
        lock (gate)
        {
            positions = null;
            EndAll(WatchEnd.Stopping);
        }
    }

    private void EndAll(WatchEnd why)
    {
        lock (gate)
        {
            foreach (var watcher in watchers)
            {
                watcher.End(why);
            }

            watchers.Clear();
        }
    }
}
