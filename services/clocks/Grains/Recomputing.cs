using Microsoft.Extensions.Options;
using SlaPlatform.Clocks.Journal;

namespace SlaPlatform.Clocks.Grains;

/// <summary>Wakes every open ticket of a shard once when engine or tzdb are others than those its due times were computed with.</summary>
internal sealed partial class Recomputing(
    ComputedWith computed, TicketIndex tickets, IGrainFactory grains, IOptions<ShardOptions> options, TimeProvider clock, ILogger<Recomputing> logger)
{
    public async Task Run(int shard)
    {
        try
        {
            if (!await computed.IsCurrent(shard))
            {
                await WakeAll(shard);
            }
        }
        catch (Exception e)
        {
            // The versions stay as they were noted, so that the shard's next activation tries again.
            Failed(shard, e.Message);
        }
    }

    private async Task WakeAll(int shard)
    {
        var open = await tickets.OpenOf(shard);
        foreach (var ticket in open)
        {
            var reply = await grains.GetGrain<ITicketGrain>(ticket).Wake(recomputed: true).WaitAsync(options.Value.WakeTimeout, clock);
            if (!reply.Served)
            {
                throw new JournalUnavailableException($"Ticket {ticket} was not woken.");
            }
        }

        await computed.Note(shard);
        Done(shard, open.Length);
    }
}
