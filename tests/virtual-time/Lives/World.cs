using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Clocks.Grains;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Tests.Clocks.Harness;
using SlaPlatform.VirtualTime.Silos;
using SlaPlatform.VirtualTime.Store;

namespace SlaPlatform.VirtualTime.Lives;

/// <summary>
/// A few tickets in a cluster under faults, in virtual time, decided by a seed: the service's own grains, turns, wake queues, scripts and feeds; only Orleans, Redis
/// and the machines are simulated. It lives, comes to rest, is checked, and lives on.
/// </summary>
internal sealed class World
{
    private const int MostRounds = 800;
    private const int MostSteps = 20_000;

    private static readonly Instant Beginning = Engine.Tests.Times.At("2026-03-25 08:00");
    private static readonly ImmutableArray<string> Names = Together("t-1");

    private readonly Dice dice;
    private readonly Faults faults;
    private readonly Steps steps;
    private readonly Place outside;
    private readonly SiloClock time;
    private readonly IGrainFactory grains;
    private readonly Dictionary<int, TimeSpan> off = [];
    private readonly Hazards hazards;
    private int silosStarted;

    public World(ulong seed, Sabotage sabotage = Sabotage.None)
    {
        dice = new Dice(seed);
        faults = new Faults(dice);
        steps = new Steps(dice);
        Trace = new Trace(steps);
        outside = new Place(steps);
        time = new SiloClock(steps, outside, Beginning, () => TimeSpan.Zero);
        Redis = new SimulatedRedis(StoreTerms.Of(dice), sabotage, Tally);
        Cluster = new Cluster(steps, outside, Redis, dice, faults, Trace);
        grains = GrainFactoryProxy.Of(Cluster, outside);
        Book = RandomPolicy.Book(dice);
        Client = new Client(grains, time, Redis, faults, Trace);
        Tickets = Names[..dice.From(1, Names.Length)];
        Watchers = [.. Enumerable.Range(0, dice.From(1, 2)).Select(_ => new Watching(AnyFilter(), Cluster, time, dice, faults, Tally))];
        hazards = new Hazards(this, dice, faults, off, dice.Chance(25) || sabotage == Sabotage.KeptEpoch);
        Redis.Crashed += hazards.NoteCrash;
        for (var count = dice.From(2, 3); count > 0; count--)
        {
            StartSilo();
        }
    }

    public PlanBook Book { get; }

    public SimulatedRedis Redis { get; }

    public Cluster Cluster { get; }

    public Client Client { get; }

    public Trace Trace { get; }

    public Tally Tally { get; } = new();

    public ImmutableArray<string> Tickets { get; }

    public ImmutableArray<Watching> Watchers { get; }

    public Instant Now => Beginning + Duration.FromTimeSpan(steps.Elapsed);

    /// <summary>Lives in one or two acts; after each all is at rest and must be right.</summary>
    public void Run()
    {
        for (var act = dice.From(1, 2); act > 0; act--)
        {
            faults.On = true;
            for (var turn = dice.From(4, 20); turn > 0; turn--)
            {
                Turn();
            }

            Settle();
            AtRest.Check(this);
        }
    }

    public void StartSilo()
    {
        var number = ++silosStarted;
        off[number] = TimeSpan.Zero;
        Cluster.Join(new SiloProcess(number, Cluster, Book, Beginning, dice, faults, () => off[number]));
    }

    private void Turn()
    {
        if (dice.Chance(65))
        {
            outside.Run(AskSomething);
        }

        hazards.Strike();
        KeepShards();
        Take(dice.Below(60));
        Pass(dice.Pick(TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(2), dice.Time(Duration.FromMinutes(30)).ToTimeSpan(), dice.Time(Duration.FromHours(3)).ToTimeSpan(), dice.Time(Duration.FromDays(2)).ToTimeSpan()));
        Take(dice.Below(60));
    }

    private void AskSomething()
    {
        var ticket = dice.Pick<string>(Tickets.AsSpan());
        var opens = !Redis.Keys.Has(JournalKeys.Journal(ticket)!) && dice.Chance(90);
        Client.Ask(opens ? Asking.Opening(dice, ticket, Book, Now) : Asking.Telling(dice, ticket, Now, Beginning), faults.Happens(15));
    }

    private void Take(int most)
    {
        for (var taken = 0; taken < most && steps.TryTakeOne(); taken++)
        {
        }
    }

    private void Pass(TimeSpan by) => steps.Pass(by);

    // Every silo looks after all shards; here, after those that have tickets.
    private void KeepShards() => outside.Run(() =>
    {
        foreach (var shard in Tickets.Select(Shards.Of).Distinct())
        {
            _ = Ensure(shard);
        }
    });

    private async Task Ensure(int shard)
    {
        try
        {
            await grains.GetGrain<ITimerShardGrain>(shard).Ensure();
        }
        catch (OrleansException)
        {
            // It is called again.
        }
    }

    /// <summary>Everything heals; then time goes from wake to wake until nothing is due, nobody waits, and every watcher has seen all.</summary>
    private void Settle()
    {
        faults.On = false;
        hazards.Heal();
        steps.TakeAll(MostSteps);
        Pass(TimeSpan.FromHours(1) + TimeSpan.FromMinutes(1));
        for (var round = 0; !IsAtRest(); round++)
        {
            Client.Failure?.Throw();
            Cluster.Alive.FirstOrDefault(silo => silo.Failure is not null)?.Failure!.Throw();
            Watchers.FirstOrDefault(watcher => watcher.Failure is not null)?.Failure!.Throw();
            Assert.True(round < MostRounds, $"The world comes to rest; next wake: {NextWake()}, now: {Now}, callers wait: {Client.IsWaiting}, watchers: {string.Join(' ', Watchers.Select(IsUpToDate))}.");
            foreach (var watcher in Watchers.Where(watcher => !watcher.IsRunning && (NextWake() is null || dice.Chance(5))))
            {
                watcher.Start(dice.Pick<SiloProcess>([.. Cluster.Alive]));
            }

            KeepShards();
            steps.TakeAll(MostSteps);
            Pass(NextWake() is { } wake && wake > Now ? (wake - Now).ToTimeSpan() : TimeSpan.FromSeconds(Client.IsWaiting || NextWake() is not null ? 1 : 5));
            steps.TakeAll(MostSteps);
        }
    }

    private bool IsAtRest() => NextWake() is null && !Client.IsWaiting && !Tickets.Select(Shards.Of).Any(Redis.IsCut) && Watchers.All(IsUpToDate);

    private bool IsUpToDate(Watching watcher) => watcher.IsRunning && watcher.Token is { } token
        && token.Epoch.ToString("N") == Redis.Keys.Hash(JournalKeys.Clock!).GetValueOrDefault("epoch")
        && Shards.All.All(shard => token.Positions[shard].ToString(System.Globalization.CultureInfo.InvariantCulture) == (Redis.Keys.Get(JournalKeys.OutboxLast(shard)!) ?? "0"));

    private Instant? NextWake()
    {
        var wakes = Tickets.Select(Shards.Of).Distinct().SelectMany(shard => Redis.Keys.Sorted(JournalKeys.Due(shard)!).All.Take(1)).Select(entry => (long)entry.Score).ToArray();
        return wakes.Length == 0 ? null : Instant.FromUnixTimeMilliseconds(wakes.Min());
    }

    private WatchedEvents AnyFilter() => new(
        dice.Chance(20) ? dice.Pick<string>(Tickets.AsSpan()) : null,
        dice.Chance(20) ? dice.From(1, RandomPolicy.Levels) : null,
        dice.Chance(20) ? dice.Pick(SignalKind.Breached, SignalKind.Warned, SignalKind.Retracted) : null);

    // Two tickets of one shard, and one of another.
    private static ImmutableArray<string> Together(string first)
    {
        var others = Enumerable.Range(2, 1000).Select(number => $"t-{number}").ToArray();
        return [first, others.First(name => Shards.Of(name) == Shards.Of(first)), others.First(name => Shards.Of(name) != Shards.Of(first))];
    }
}
