using System.Reflection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SlaPlatform.Clocks.Grains;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Integration.Tests.Fixtures;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class RecomputingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task Run_ATicketThatCannotBeWoken_StillWakesTheOthers()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var redis = await RedisServer.StartDurableAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var database = connection.GetDatabase();
        var id = await OpenOne(redis);
        var shard = Shards.Of(id);
        var broken = Enumerable.Range(0, 10_000).Select(number => $"broken-{number}").First(name => Shards.Of(name) == shard);
        await database.ListRightPushAsync(JournalKeys.Journal(broken), "rubbish");
        await database.SortedSetAddAsync(JournalKeys.Open(shard), broken, 0);
        await database.SortedSetRemoveAsync(JournalKeys.Due(shard), id);
        await database.KeyDeleteAsync(JournalKeys.Computed(shard));

        await using var host = await ClockHost.StartAsync(redis, cancel);
        double? wake;
        do
        {
            cancel.ThrowIfCancellationRequested();
            wake = await database.SortedSetScoreAsync(JournalKeys.Due(shard), id);
        }
        while (wake is null);

        Assert.False(await database.KeyExistsAsync(JournalKeys.Computed(shard)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Run_ATicketLivesOnASiloOfOtherVersions_AsksAgainUntilItNoLongerDoesAndThenAllOnceMore()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var id = await OpenOne(redis);
        var (database, computed) = (connection.GetDatabase(), JournalKeys.Computed(Shards.Of(id)));
        await database.KeyDeleteAsync(computed);
        var gate = new JournalGate(connection);
        await gate.Open();
        var (grains, elsewhere) = OldSilo.Make(async () => Assert.False(await database.KeyExistsAsync(computed)));
        var recomputing = new Recomputing(
            new ComputedWith(connection, gate), new TicketIndex(connection, gate), grains, Options.Create(new ShardOptions()), TimeProvider.System, NullLogger<Recomputing>.Instance);

        await recomputing.Run(Shards.Of(id), Cancel);

        Assert.Equal(4, elsewhere.Asked);
        Assert.True(await database.KeyExistsAsync(computed));
    }

    [Fact(Timeout = 60_000)]
    public async Task Run_ATicketFailsForAWhile_WakesOnlyThatAgain()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.PatientConnectionString);
        var gate = new JournalGate(connection);
        await gate.Open();
        string[] ids = [.. Enumerable.Range(0, int.MaxValue).Select(number => $"t-{number}").Where(id => Shards.Of(id) == Shards.Of("t-0")).Take(3)];
        await connection.GetDatabase().SortedSetAddAsync(JournalKeys.Open(Shards.Of(ids[0])), [.. ids.Select(id => new SortedSetEntry(id, 0))]);
        var tickets = FailingTickets.Make(id => id == ids[1] ? 2 : 0);
        var recomputing = new Recomputing(
            new ComputedWith(connection, gate), new TicketIndex(connection, gate), (IGrainFactory)(object)tickets, Options.Create(new ShardOptions()), TimeProvider.System, NullLogger<Recomputing>.Instance);

        await recomputing.Run(Shards.Of(ids[0]), Cancel);

        Assert.Equal([1, 3, 1], ids.Select(id => tickets.Asked[id]));
        Assert.True(await connection.GetDatabase().KeyExistsAsync(JournalKeys.Computed(Shards.Of(ids[0]))));
    }

    [Fact(Timeout = 60_000)]
    public async Task Run_ATicketThatNobodyAsksFor_LeavesMemoryAgain()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.PatientConnectionString);
        var computed = JournalKeys.Computed(Shards.Of(await OpenOne(redis)));
        await connection.GetDatabase().KeyDeleteAsync(computed);

        await using var host = await ClockHost.StartAsync(redis, Cancel);

        while (!await connection.GetDatabase().KeyExistsAsync(computed) || (await Cluster.Silos.Activations(host, "ticket")).Any())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancel);
        }
    }

    private static async Task<string> OpenOne(RedisServer redis)
    {
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        var ticket = await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        return ticket.Name["tickets/".Length..];
    }

    /// <summary>A ticket whose silo is replaced after it was asked twice.</summary>
    public class OldSilo : DispatchProxy
    {
        private Func<Task> whileOld = null!;

        public int Asked { get; private set; }

        public static (IGrainFactory Grains, OldSilo Silo) Make(Func<Task> whileOld)
        {
            var ticket = Create<ITicketGrain, OldSilo>();
            var silo = (OldSilo)(object)ticket;
            silo.whileOld = whileOld;
            var grains = Create<IGrainFactory, OneGrain>();
            ((OneGrain)(object)grains).Grain = ticket;
            return (grains, silo);
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Wake();

        private async Task<WakeReply> Wake()
        {
            await whileOld();
            return new WakeReply(Served: true, NextWake: null, ++Asked < 3 ? "old" : ComputedWith.Version);
        }
    }

    public class OneGrain : DispatchProxy
    {
        public object Grain { get; set; } = null!;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Grain;
    }

    /// <summary>Tickets of which some fail at first.</summary>
    public class FailingTickets : DispatchProxy
    {
        private Func<string, int> failuresOf = null!;

        public Dictionary<string, int> Asked { get; } = [];

        public static FailingTickets Make(Func<string, int> failuresOf)
        {
            var tickets = (FailingTickets)(object)Create<IGrainFactory, FailingTickets>();
            tickets.failuresOf = failuresOf;
            return tickets;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            var id = (string)args![0]!;
            var ticket = Create<ITicketGrain, OneTicket>();
            ((OneTicket)(object)ticket).Answer = () =>
            {
                var asked = Asked[id] = Asked.GetValueOrDefault(id) + 1;
                return asked > failuresOf(id) ? new WakeReply(Served: true, NextWake: null, ComputedWith.Version) : throw new InvalidOperationException("cannot be woken");
            };
            return ticket;
        }
    }

    public class OneTicket : DispatchProxy
    {
        internal Func<WakeReply> Answer { get; set; } = null!;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => Task.FromResult(Answer());
    }
}
