using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Integration.Tests.Fixtures;
using SlaPlatform.Integration.Tests.Support;
using SlaPlatform.Soak.Load;
using SlaPlatform.Soak.Verification;
using SlaPlatform.Soak.Watching;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks.Faults;

/// <summary>
/// A clock under load while something happens to its Redis: callers that repeat what was not answered, tickets whose targets of seconds fall due meanwhile, and a
/// watcher that resumes. Afterwards the journals are compared with what was acknowledged, with the pure function of clock and facts, with what was watched, and
/// with the snapshots that stand for a part of them.
/// </summary>
internal sealed class FaultRun : IAsyncDisposable
{
    private const int Writers = 4;
    private const int EnoughFacts = 40;

    // Nearly as many as tickets are told at once: most of what goes on then goes on from a snapshot.
    private const int EnoughSnapshots = 12;

    // The least of both: snapshots of tickets that live for seconds, and a membership table that is missed within seconds.
    private static readonly (string Key, string Value)[] Settings = [("Journal:SnapshotEvery", "10"), ("Membership:TableRefresh", "00:00:01")];
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan LongestBehind = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly Ledger _ledger = new();
    private readonly LoggedEvents _logged = new();
    private readonly List<ClockHost> _hosts = [];
    private readonly Witness _witness;

    private FaultRun(RedisServer redis)
    {
        Redis = redis;
        Link = new FaultyLink(redis.Port);
        _witness = new Witness(AnyClient, TimeProvider.System);
    }

    public RedisServer Redis { get; }

    public FaultyLink Link { get; }

    public IReadOnlyList<ClockHost> Hosts => _hosts;

    /// <summary>What callers saw.</summary>
    public Insistence Calls { get; } = new(transportFails: false, TimeProvider.System);

    /// <summary>How often a host loaded a ticket from a snapshot since the fault began.</summary>
    public int LoadedFromSnapshot { get; private set; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Starts a Redis by name, a link to it, and hosts behind the link.</summary>
    /// <param name="server">The name.</param>
    /// <param name="hosts">How many hosts.</param>
    /// <param name="cluster">The cluster that they join through the link; null for one host of its own.</param>
    /// <param name="change">Services that replace theirs.</param>
    public static async Task<FaultRun> StartAsync(string server, int hosts = 1, string? cluster = null, Action<IServiceCollection>? change = null)
    {
        var run = new FaultRun(await RedisServer.StartAsync(server));
        for (var host = 0; host < hosts; host++)
        {
            run._hosts.Add(await ClockHost.StartAsync($"127.0.0.1:{run.Link.Port},{RedisServer.Timeouts}", Cancel, run._logged.Join + change, cluster, Settings));
        }

        return run;
    }

    /// <summary>Lets something happen under load, and goes on until as many facts were acknowledged after it as before.</summary>
    /// <param name="fault">What happens; it ends with Redis as it was.</param>
    public async Task Suffer(Func<Task> fault)
    {
        using var stop = new CancellationTokenSource();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var watching = _witness.Run(end.Token);
        await _witness.Begun.WaitAsync(Cancel);
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(number => WriterOf(number).Run(Pause, stop.Token, Cancel)));
        await Until(() => Task.FromResult(_ledger.Facts >= EnoughFacts), writing);
        await UntilSnapshots(writing);
        var loaded = _logged.CountOf(LoggedEvents.FromSnapshot);
        await fault();
        var facts = _ledger.Facts + EnoughFacts;
        await Until(() => Task.FromResult(_ledger.Facts >= facts), writing);
        LoadedFromSnapshot = _logged.CountOf(LoggedEvents.FromSnapshot) - loaded;
        await stop.CancelAsync();
        await writing;
        await Compare();
        await end.CancelAsync();
        await watching;
    }

    /// <summary>Waits until callers had to repeat calls, so that a fault was felt.</summary>
    public Task Felt(int repeats = 4)
    {
        var felt = Calls.Repeats + repeats;
        return Until(() => Task.FromResult(Calls.Repeats >= felt));
    }

    /// <summary>Waits until more facts were acknowledged.</summary>
    public Task Progress(int facts)
    {
        var enough = _ledger.Facts + facts;
        return Until(() => Task.FromResult(_ledger.Facts >= enough));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        await Link.DisposeAsync();
        await Redis.DisposeAsync();
    }

    private static OpenTicketRequest Opening(Random dice)
    {
        var request = ClockFixture.Opening("accounts/fast.seconds");
        request.ClaimedLevel = dice.Next(1, 3);
        return request;
    }

    private static async Task Until(Func<Task<bool>> reached, Task? writing = null)
    {
        while (!await reached())
        {
            await Task.Delay(Look, TimeProvider.System, Cancel);
            if (writing is { IsCompleted: true })
            {
                await writing;
            }
        }
    }

    private SlaClockService.SlaClockServiceClient AnyClient() => _hosts[Random.Shared.Next(_hosts.Count)].Client;

    private Writer WriterOf(int number) => new(AnyClient, Opening, _ledger, Calls, new Random(number), TimeProvider.System);

    private async Task UntilSnapshots(Task writing)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(Redis.ConnectionString);
        var reader = new JournalReader(connection);
        await Until(async () => await reader.CountSnapshots(_ledger.Tickets) >= EnoughSnapshots, writing);
    }

    private async Task Compare()
    {
        var until = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        await using var connection = await ConnectionMultiplexer.ConnectAsync(Redis.ConnectionString);
        var reader = new JournalReader(connection);
        await Until(async () => await reader.Pending(until) == 0);
        Assert.NotEmpty(_ledger.Tickets);
        Assert.Equal(_ledger.Tickets.Order(), (await reader.Tickets()).Order());
        foreach (var id in _ledger.Tickets)
        {
            var ticket = await Watched(reader, id);
            Assert.Empty(Verdict.Of(ticket, _ledger.FactsOf(id), _witness.SeenOf(id), until));
        }

        Assert.InRange(await new StoredSnapshots(reader, await JournalTests.JournalOver(connection)).Compare(_ledger.Tickets), EnoughSnapshots, int.MaxValue);
        Assert.Empty(_witness.Refusals);
        Assert.Empty(Calls.Improper);
    }

    // The watcher is a moment behind, and timers go on meanwhile: the ticket is read once both stand at the same place. One that stays behind is a finding.
    private async Task<StoredTicket> Watched(JournalReader reader, string id)
    {
        for (var started = TimeProvider.System.GetTimestamp(); ;)
        {
            var ticket = await reader.Read(id);
            if (_witness.CountOf(id) == ticket.Entries.Length || TimeProvider.System.GetElapsedTime(started) > LongestBehind)
            {
                return ticket;
            }

            await Task.Delay(Look, TimeProvider.System, Cancel);
        }
    }
}
