using Microsoft.Extensions.Options;
using SlaPlatform.Clocks.Journal;

namespace SlaPlatform.Clocks.Grains;

/// <summary>Wakes every open ticket of a shard once when engine or tzdb are others than those its due times were computed with.</summary>
internal sealed partial class Recomputing(
    ComputedWith computed, TicketIndex tickets, IGrainFactory grains, IOptions<ShardOptions> options, TimeProvider clock, ILogger<Recomputing> logger)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Goes on until every ticket is woken; what failed, and only that, is tried again after a wait that doubles. Where silos of other versions were about, all are
    /// woken once more after the last of those is gone, for a ticket may have been with one of them in between.
    /// </summary>
    /// <param name="shard">The shard.</param>
    /// <param name="cancellation">Ends it; the versions stay as they were noted, so that the shard's next activation begins anew.</param>
    public async Task Run(int shard, CancellationToken cancellation)
    {
        var progress = new RecomputingProgress();
        for (var wait = ShortestWait; !await TryAll(shard, progress, cancellation); wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            await Task.Delay(wait, clock, cancellation);
        }
    }

    private async Task<bool> TryAll(int shard, RecomputingProgress progress, CancellationToken cancellation)
    {
        try
        {
            return await computed.IsCurrent(shard) || await WakeAll(shard, progress, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            Failed(shard, e.Message);
            return false;
        }
    }

    private async Task<bool> WakeAll(int shard, RecomputingProgress progress, CancellationToken cancellation)
    {
        var open = await tickets.OpenOf(shard);
        var failed = 0;
        foreach (var ticket in open.Where(progress.IsLeft))
        {
            cancellation.ThrowIfCancellationRequested();
            failed += await TryWake(ticket, progress) ? 0 : 1;
        }

        if (failed > 0)
        {
            Failed(shard, $"{failed} of {open.Length} tickets were not woken.");
            return false;
        }

        if (!progress.IsLast())
        {
            return await WakeAll(shard, progress, cancellation);
        }

        await computed.Note(shard);
        Done(shard, open.Length);
        return true;
    }

    private async Task<bool> TryWake(string ticket, RecomputingProgress progress)
    {
        try
        {
            // While a cluster is replaced, the ticket may live on a silo of other versions: then it is asked again until that one is gone.
            var reply = await grains.GetGrain<ITicketGrain>(ticket).Wake(recomputed: true).WaitAsync(options.Value.WakeTimeout, clock);
            return progress.Take(ticket, reply);
        }
        catch (Exception e)
        {
            // One ticket that cannot be woken must not keep the others at old due times.
            if (progress.IsFirstFailure(ticket))
            {
                NotWoken(ticket, e.Message);
            }

            return false;
        }
    }
}
