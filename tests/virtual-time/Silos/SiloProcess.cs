using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using Orleans.Timers;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Policies;
using SlaPlatform.Clocks.Services;
using SlaPlatform.Clocks.Watching;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Tests.Clocks.Harness;
using SlaPlatform.VirtualTime.Lives;
using SlaPlatform.VirtualTime.Store;

namespace SlaPlatform.VirtualTime.Silos;

/// <summary>One process of the clock service, from its start to its end: the service's own grains, journal and feed over a simulated Redis.</summary>
internal sealed class SiloProcess
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<GrainKey, Activation> activations = [];
    private readonly ServiceProvider services;
    private readonly SiloClock clock;

    public SiloProcess(int number, Cluster cluster, PlanBook book, Instant beginning, Dice dice, Faults faults, Func<TimeSpan> off)
    {
        Number = number;
        Place = new Place(cluster.Steps);
        Connection = new RedisConnection(cluster.Steps, Place, cluster.Outside, cluster.Redis, faults, dice, cluster.Trace);
        clock = new SiloClock(cluster.Steps, Place, beginning, off);
        services = SiloServices.Of(this, cluster.Redis.Terms.Options(dice), collection => collection
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(GrainFactoryProxy.Of(cluster, Place))
            .AddSingleton(GrainContextProxy.RuntimeOf)
            .AddSingleton(new GrainTimers(cluster.Steps, Place, faults))
            .AddSingleton<ITimerRegistry>(provider => provider.GetRequiredService<GrainTimers>())
            .AddSingleton<ILoggerFactory>(new TraceLoggerFactory(number, cluster.Trace)));
        Know(book);
        Place.Run(() => _ = Work());
    }

    public int Number { get; }

    public Place Place { get; }

    public RedisConnection Connection { get; }

    public TicketWatcher Watcher => services.GetRequiredService<TicketWatcher>();

    public Watch Watch => services.GetRequiredService<Watch>();

    public bool IsAlive => !Place.IsDead;

    /// <summary>What would end the process by itself.</summary>
    public ExceptionDispatchInfo? Failure { get; private set; }

    /// <summary>Calls that will not be answered when the silo dies now.</summary>
    public IEnumerable<GrainCall> Unanswered => activations.Values.SelectMany(activation => activation.Unanswered);

    public void Receive(GrainCall call) => Place.Run(() =>
    {
        if (!activations.TryGetValue(call.Target, out var activation))
        {
            activations[call.Target] = activation = new Activation(services, call.Target);
        }

        activation.Receive(call);
    });

    /// <summary>An activation that nobody uses leaves memory.</summary>
    public void Forget(Dice dice)
    {
        GrainKey[] idle = [.. activations.Where(entry => entry.Value.IsIdle).Select(entry => entry.Key)];
        if (idle.Length > 0 && activations.Remove(dice.Pick<GrainKey>(idle), out var activation))
        {
            Place.Run(() => _ = activation.Deactivate());
        }
    }

    private async Task Work()
    {
        while (true)
        {
            try
            {
                await services.GetRequiredService<JournalGate>().Open();
                await services.GetRequiredService<EventFeed>().Look();
                await Task.Delay(TimeSpan.FromSeconds(1), clock);
            }
            catch (JournalUnavailableException)
            {
                await Task.Delay(Retry, clock);
            }
            catch (Exception e)
            {
                Failure = ExceptionDispatchInfo.Capture(e);
                return;
            }
        }
    }

    // Lives run under policies that no document tells: their terms are put where the service keeps those that it has read.
    private void Know(PlanBook book)
    {
        var books = services.GetRequiredService<PlanBooks>();
        foreach (var (reference, terms) in book.Terms)
        {
            TermsOf(books)[reference] = terms;
            PoliciesOf(books)[reference.RevisionHash] = terms.Policy;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "terms")]
    private static extern ref ConcurrentDictionary<PlanReference, PlanTerms> TermsOf(PlanBooks books);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "policies")]
    private static extern ref ConcurrentDictionary<string, Policy> PoliciesOf(PlanBooks books);
}
