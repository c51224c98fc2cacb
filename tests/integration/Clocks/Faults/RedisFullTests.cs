using System.Globalization;
using NodaTime;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Integration.Tests.Fixtures;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks.Faults;

/// <summary>
/// Redis without room. Garnet cannot be filled in this way: it has no such setting, and beyond its memory the platform's server goes on on disk; see
/// <see cref="Maxmemory_OnGarnet_IsRefused"/>.
/// </summary>
public sealed class RedisFullTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 90_000)]
    public async Task Load_RedisIsFullAndGetsRoomAgain_LosesAndDoublesNothing()
    {
        await using var run = await FaultRun.StartAsync("redis-server");
        await using var admin = await ConnectionMultiplexer.ConnectAsync(run.Redis.ConnectionString);

        await run.Suffer(async () =>
        {
            await Limit(admin, "1mb");
            await run.Felt();
            await Limit(admin, "0");
        });

        Assert.True(run.Calls.Repeats > 0);
        Assert.True(run.LoadedFromSnapshot > 0);
    }

    [Fact(Timeout = 60_000)]
    public async Task GetTicket_RedisIsFull_IsServedAndSoIsAWatchAndANewHost()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        await using var admin = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var ticket = await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        await Limit(admin, "1mb");

        var found = await host.Client.GetTicketAsync(new GetTicketRequest { Name = ticket.Name }, cancellationToken: Cancel);
        using var watch = host.Client.WatchTickets(new WatchTicketsRequest(), cancellationToken: Cancel);
        var watched = await watch.ResponseStream.MoveNext(Cancel);
        await using var other = await ClockHost.StartAsync(redis, Cancel);
        var again = await other.Client.GetTicketAsync(new GetTicketRequest { Name = ticket.Name }, cancellationToken: Cancel);

        Assert.Equal(ticket.Etag, found.Etag);
        Assert.True(watched);
        Assert.Equal(ticket.Etag, again.Etag);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Append_RedisIsFull_WritesNothing(bool endsThere)
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var journal = await JournalTests.JournalOver(connection);
        await journal.Append(Turn(0, "first", 1000));
        await Limit(connection, "1mb");
        var before = await Contents(connection);

        // Without a request id nothing is claimed, so that the script itself meets the limit.
        var refused = await Assert.ThrowsAsync<JournalUnavailableException>(() => journal.Append(Turn(2, "second", endsThere ? null : 2000)));

        Assert.StartsWith("OOM", Assert.IsType<RedisServerException>(refused.InnerException).Message, StringComparison.Ordinal);
        Assert.Equal(["first", "more"], (await connection.GetDatabase().ListRangeAsync(JournalKeys.Journal("full"))).Select(record => (string?)record));
        Assert.Equal(1000, await connection.GetDatabase().SortedSetScoreAsync(JournalKeys.Due(Shards.Of("full")), "full"));
        Assert.Equal(before, await Contents(connection));
    }

    [Fact]
    public async Task Append_RedisGetsFullInTheMiddle_IsStoredWhole()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var journal = await JournalTests.JournalOver(connection);
        await journal.Append(Turn(0, "first", 1000));
        var large = Enumerable.Range(0, 64).Select(_ => new byte[64 * 1024]).ToArray();
        // The arguments alone take 8 MiB while the script runs, and what is stored as much again.
        var limit = await LimitAbove(connection, room: 12 * 1024 * 1024);

        var outcome = await journal.Append(Turn(2, "second", 2000) with { Records = [.. large], Events = [.. large] });

        Assert.Equal("Appended", outcome.ToString());
        Assert.Equal(2 + large.Length, await connection.GetDatabase().ListLengthAsync(JournalKeys.Journal("full")));
        Assert.Equal(2 + large.Length, (int)await connection.GetDatabase().StringGetAsync(JournalKeys.OutboxLast(Shards.Of("full"))));
        Assert.True(await Memory(connection, "used_memory_peak") > limit);
    }

    [Fact]
    public async Task Maxmemory_OnGarnet_IsRefused()
    {
        await using var garnet = await RedisServer.StartGarnetAsync();
        await using var admin = await ConnectionMultiplexer.ConnectAsync(garnet.ConnectionString);

        var refused = await Record.ExceptionAsync(() => Limit(admin, "1mb"));
        var set = await admin.GetDatabase().StringSetAsync("room", new byte[2 * 1024 * 1024]);

        Assert.IsType<RedisServerException>(refused);
        Assert.True(set);
    }

    private static Append Turn(int expected, string text, long? wake) => new()
    {
        TicketId = "full",
        ExpectedLength = expected,
        Records = [System.Text.Encoding.UTF8.GetBytes(text), "more"u8.ToArray()],
        Events = [System.Text.Encoding.UTF8.GetBytes(text), "more"u8.ToArray()],
        NextWake = wake is { } time ? Instant.FromUnixTimeMilliseconds(time) : null,
    };

    private static Task<RedisResult> Limit(ConnectionMultiplexer connection, string most) => connection.GetDatabase().ExecuteAsync("CONFIG", "SET", "maxmemory", most);

    private static async Task<long> LimitAbove(ConnectionMultiplexer connection, long room)
    {
        var limit = await Memory(connection, "used_memory") + room;
        await Limit(connection, limit.ToString(CultureInfo.InvariantCulture));
        return limit;
    }

    private static async Task<long> Memory(ConnectionMultiplexer connection, string figure)
    {
        var info = (string)(await connection.GetDatabase().ExecuteAsync("INFO", "memory"))!;
        var line = info.Split('\n').First(line => line.StartsWith($"{figure}:", StringComparison.Ordinal));
        return long.Parse(line.Split(':')[1].Trim(), CultureInfo.InvariantCulture);
    }

    /// <summary>Every key with its contents as Redis serializes them.</summary>
    private static async Task<string> Contents(ConnectionMultiplexer connection)
    {
        var database = connection.GetDatabase();
        var keys = ((RedisKey[])(await database.ExecuteAsync("KEYS", "*"))!).Select(key => (string)key!).Order(StringComparer.Ordinal);
        var dumps = new List<string>();
        foreach (var key in keys)
        {
            dumps.Add($"{key} {Convert.ToHexString((byte[])(await database.KeyDumpAsync(key))!)}");
        }

        return string.Join('\n', dumps);
    }
}
