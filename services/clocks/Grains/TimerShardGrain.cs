using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using NodaTime;
using Orleans.Core.Internal;
using SlaPlatform.Clocks.Grains.Placement;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Telemetry;

namespace SlaPlatform.Clocks.Grains;

/// <summary>
/// Wakes its tickets when they are due. The tick only dispatches; what fails is tried again; the due index is compared with every second, so that a lost message
/// costs a second and never a breach.
/// </summary>
[ShardPlacement]
[GrainType("timer-shard")]
internal sealed partial class TimerShardGrain(
    DueIndex due, ShardCounter counter, Recomputing recomputing, ShardGauges gauges, IOptions<ShardOptions> options, TimeProvider clock, ILogger<TimerShardGrain> logger)
    : Grain, ITimerShardGrain
{
    private static readonly TimeSpan ShortestTick = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestTick = TimeSpan.FromSeconds(1);
    private static readonly Duration Ahead = Duration.FromSeconds(5);

    private readonly WakeQueue queue = new();
    private IGrainTimer? ticker;
    private bool loaded;
    private bool ended;

    private int Shard => (int)this.GetPrimaryKeyLong();

    private Instant Now => Instant.FromDateTimeOffset(clock.GetUtcNow());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        gauges.Hold(Shard);
        ticker = this.RegisterGrainTimer(Tick, new GrainTimerCreationOptions(ShortestTick, LongestTick) { Interleave = true });
        this.RegisterGrainTimer(Reconcile, new GrainTimerCreationOptions(TimeSpan.Zero, options.Value.ReconcileEvery) { Interleave = true });
        return Task.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        ended = true;
        gauges.Remove(Shard);
        return Task.CompletedTask;
    }

    // Asked by every silo every second, so that shards spread again when a silo comes back. It moves only when its home is another silo.
    public Task Ensure() => ((IGrainManagementExtension)GrainContext).MigrateOnIdle().AsTask();

    public Task Notify(string ticketId, long wake)
    {
        queue.Set(ticketId, wake);
        Arm();
        return Task.CompletedTask;
    }

    private Task Tick(CancellationToken cancellation)
    {
        Dispatch();
        return Task.CompletedTask;
    }

    private void Dispatch()
    {
        while (!ended && queue.InFlight < options.Value.MostInFlight && queue.TryTake(Now.ToUnixTimeMilliseconds(), out var ticket))
        {
            Wake(ticket).Ignore();
        }

        Arm();
    }

    private void Arm()
    {
        if (queue.InFlight < options.Value.MostInFlight && queue.Next is { } next)
        {
            var delay = (Instant.FromUnixTimeMilliseconds(next) - Now).ToTimeSpan();
            ticker?.Change(delay < ShortestTick ? ShortestTick : delay > LongestTick ? LongestTick : delay, LongestTick);
        }
    }

    private async Task Wake(string ticket)
    {
        try
        {
            var reply = await GrainFactory.GetGrain<ITicketGrain>(ticket).Wake(recomputed: false).WaitAsync(options.Value.WakeTimeout, clock);
            if (reply.Served)
            {
                queue.Served(ticket, reply.NextWake, Now.ToUnixTimeMilliseconds());
            }
            else
            {
                queue.Failed(ticket, Now.ToUnixTimeMilliseconds());
            }
        }
        catch (Exception e)
        {
            // Whatever it was, the wake is still owed.
            queue.Failed(ticket, Now.ToUnixTimeMilliseconds());
            WakeFailed(ticket, Shard, e.Message);
        }

        Dispatch();
    }

    private async Task Reconcile(CancellationToken cancellation)
    {
        try
        {
            if (!loaded)
            {
                await Load(cancellation);
            }

            var near = await NearWakes.Read(due, Shard, Now + Ahead, queue.IsTried);
            TakeOver(near.Entries);
            gauges.Set(await counter.Count(Shard, Now, queue.Count, near));
        }
        catch (JournalUnavailableException e)
        {
            NotReconciled(Shard, e.InnerException?.Message ?? e.Message);
        }

        Dispatch();
    }

    private async Task Load(CancellationToken cancellation)
    {
        TakeOver(await due.All(Shard));
        loaded = true;
        Loaded(Shard, queue.Count);
        recomputing.Run(Shard, cancellation).Ignore();
    }

    private void TakeOver(ImmutableArray<(string TicketId, long Wake)> entries)
    {
        var now = Now.ToUnixTimeMilliseconds();
        foreach (var (ticket, wake) in entries)
        {
            queue.Reconcile(ticket, wake, now);
        }
    }
}
