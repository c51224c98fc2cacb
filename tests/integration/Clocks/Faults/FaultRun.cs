using NodaTime;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Integration.Tests.Fixtures;
using SlaPlatform.Soak.Load;
using SlaPlatform.Soak.Verification;
using SlaPlatform.Soak.Watching;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks.Faults;

/// <summary>
/// A clock under load while something happens to its Redis: callers that repeat what was not answered, tickets whose targets of seconds fall due meanwhile, and a
/// watcher that resumes. Afterwards the journals are compared with what was acknowledged, with the pure function of clock and facts, and with what was watched.
/// </summary>
internal sealed class FaultRun : IAsyncDisposable
{
    private const int Writers = 4;
    private const int EnoughFacts = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan LongestBehind = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly Ledger _ledger = new();
    private readonly Witness _witness;

    private FaultRun(RedisServer redis, FaultyLink link, ClockHost host)
    {
        Redis = redis;
        Link = link;
        Host = host;
        _witness = new Witness(() => Host.Client, TimeProvider.System);
    }

    public RedisServer Redis { get; }

    public FaultyLink Link { get; }

    public ClockHost Host { get; }

    /// <summary>What callers saw.</summary>
    public Insistence Calls { get; } = new(transportFails: false, TimeProvider.System);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<FaultRun> StartAsync(string server)
    {
        var redis = await RedisServer.StartAsync(server);
        var link = new FaultyLink(redis.Port);
        return new FaultRun(redis, link, await ClockHost.StartAsync($"127.0.0.1:{link.Port},{RedisServer.Timeouts}", Cancel));
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
        await Acknowledged(EnoughFacts, writing);
        await fault();
        await Acknowledged(_ledger.Facts + EnoughFacts, writing);
        await stop.CancelAsync();
        await writing;
        await Compare();
        await end.CancelAsync();
        await watching;
    }

    /// <summary>Waits until callers had to repeat calls, so that a fault was felt.</summary>
    public async Task Felt(int repeats = 4)
    {
        for (var felt = Calls.Repeats + repeats; Calls.Repeats < felt;)
        {
            await Task.Delay(Look, TimeProvider.System, Cancel);
        }
    }

    /// <summary>Waits until more facts were acknowledged.</summary>
    public Task Progress(int facts) => Acknowledged(_ledger.Facts + facts, Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, Cancel));

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Link.DisposeAsync();
        await Redis.DisposeAsync();
    }

    private Writer WriterOf(int number) => new(() => Host.Client, Opening, _ledger, Calls, new Random(number), TimeProvider.System);

    private static OpenTicketRequest Opening(Random dice)
    {
        var request = ClockFixture.Opening("accounts/fast.seconds");
        request.ClaimedLevel = dice.Next(1, 3);
        return request;
    }

    private async Task Acknowledged(long facts, Task writing)
    {
        while (_ledger.Facts < facts)
        {
            await Task.WhenAny(writing, Task.Delay(Look, TimeProvider.System, Cancel));
            if (writing.IsCompleted)
            {
                await writing;
            }
        }
    }

    private async Task Compare()
    {
        var until = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
        await using var connection = await ConnectionMultiplexer.ConnectAsync(Redis.ConnectionString);
        var reader = new JournalReader(connection);
        while (await reader.Pending(until) > 0)
        {
            await Task.Delay(Look, TimeProvider.System, Cancel);
        }

        Assert.NotEmpty(_ledger.Tickets);
        Assert.Equal(_ledger.Tickets.Order(), (await reader.Tickets()).Order());
        foreach (var id in _ledger.Tickets)
        {
            var ticket = await Watched(reader, id);
            Assert.Empty(Verdict.Of(ticket, _ledger.FactsOf(id), _witness.SeenOf(id), until));
        }

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
