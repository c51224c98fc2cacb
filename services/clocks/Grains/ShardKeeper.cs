using Microsoft.Extensions.Options;
using SlaPlatform.Clocks.Journal;

namespace SlaPlatform.Clocks.Grains;

/// <summary>Keeps all shards of the cluster alive: every silo calls each of them, so that those of a lost silo come up elsewhere.</summary>
internal sealed partial class ShardKeeper(IGrainFactory grains, IOptions<ShardOptions> options, TimeProvider clock, ILogger<ShardKeeper> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.ReconcileEvery, clock);
        do
        {
            await Task.WhenAll(Shards.All.Select(shard => Ensure(shard, stoppingToken)));
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Ensure(int shard, CancellationToken stoppingToken)
    {
        try
        {
            await grains.GetGrain<ITimerShardGrain>(shard).Ensure().WaitAsync(options.Value.ReconcileEvery, clock, stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            NotReached(shard, e.Message);
        }
    }
}
