using NodaTime;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Integration.Tests.Fixtures;
using SlaPlatform.Integration.Tests.Support;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>A crash of Garnet can keep the first writes of a script and lose the rest; here they are taken away by hand.</summary>
public sealed class UnfinishedAppendTests
{
    private const string Ticket = "cut";
    private const long Wake = 1000;

    private static readonly int Shard = Shards.Of(Ticket);

    [Fact]
    public async Task Open_ACrashLeftAPartOfAnAppend_FinishesIt()
    {
        await using var garnet = await RedisServer.StartGarnetAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(garnet.ConnectionString);
        var journal = await JournalTests.JournalOver(connection);
        await journal.Append(Turn(Ticket, 0));
        var whole = await Contents(connection);
        await Cut(connection);

        await new JournalGate(connection).Open();

        Assert.Equal(whole, await Contents(connection));
    }

    // As an earlier version put it down, in a file that is never changed: an upgrade may come between a crash and the next start.
    [Theory]
    [InlineData("layout1-append.base64", "4b7e672624fb4517b4c40fdd3904f55e")]
    public async Task Open_AnEarlierVersionsAppendWasCut_FinishesIt(string file, string id)
    {
        await using var garnet = await RedisServer.StartGarnetAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(garnet.PatientConnectionString);
        var packed = Convert.FromBase64String(await File.ReadAllTextAsync(Repository.PathOf($"tests/integration/Clocks/Stored/{file}"), TestContext.Current.CancellationToken));
        var database = connection.GetDatabase();
        await database.HashSetAsync(JournalKeys.Redo(Shard), [new("layout", "1"), new("id", id), new("length", "0"), new("sequence", "0"), new("append", packed)]);

        await new JournalGate(connection).Open();

        Assert.Equal(["one", "two"], (await database.ListRangeAsync(JournalKeys.Journal(Ticket))).Select(record => (string?)record));
        Assert.Equal(Wake, await database.SortedSetScoreAsync(JournalKeys.Due(Shard), Ticket));
        Assert.Equal(2, await database.SortedSetLengthAsync(JournalKeys.Outbox(Shard)));
        Assert.StartsWith("digest|", await database.StringGetAsync(JournalKeys.Request(Ticket, $"{Ticket}-0")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Append_TheShardsLastOneIsNotWhole_FinishesThatFirst()
    {
        await using var garnet = await RedisServer.StartGarnetAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(garnet.ConnectionString);
        var journal = await JournalTests.JournalOver(connection);
        await journal.Append(Turn(Ticket, 0));
        var whole = await Contents(connection);
        await Cut(connection);
        var other = Enumerable.Range(0, 10_000).Select(number => $"other-{number}").First(name => Shards.Of(name) == Shard);

        var refused = await journal.Append(Turn(other, 0));
        var finished = await Contents(connection);
        var stored = await journal.Append(Turn(other, 0));

        Assert.Equal("Conflict", refused.ToString());
        Assert.Equal(whole, finished);
        Assert.Equal("Appended", stored.ToString());
    }

    [Fact]
    public async Task Finish_TheAppendIsNoLongerTheShardsLast_ChangesNothing()
    {
        await using var garnet = await RedisServer.StartGarnetAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(garnet.ConnectionString);
        var journal = await JournalTests.JournalOver(connection);
        await journal.Append(Turn(Ticket, 0));
        var database = connection.GetDatabase();
        var (keys, arguments) = PackedAppend.Read((byte[])(await database.HashGetAsync(JournalKeys.Redo(Shard), "append"))!);
        await journal.Append(Turn(Ticket, 2) with { NextWake = Instant.FromUnixTimeMilliseconds(Wake + 1) });
        arguments[AppendScript.PackedAt + 1] = 1;

        await database.ScriptEvaluateAsync(AppendScript.Text, keys, arguments);

        Assert.Equal(Wake + 1, await database.SortedSetScoreAsync(JournalKeys.Due(Shard), Ticket));
        Assert.Equal(4, await database.ListLengthAsync(JournalKeys.Journal(Ticket)));
    }

    [Fact]
    public async Task Open_TheCutAppendIsOfAnotherLayout_RefusesAndSaysWhichVersionFinishesIt()
    {
        await using var garnet = await RedisServer.StartGarnetAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(garnet.ConnectionString);
        var journal = await JournalTests.JournalOver(connection);
        await journal.Append(Turn(Ticket, 0));
        var database = connection.GetDatabase();
        await database.HashSetAsync(JournalKeys.Redo(Shard), "layout", "7");
        await new JournalGate(connection).Open();
        await Cut(connection);
        var before = await Contents(connection);

        var fault = await Assert.ThrowsAsync<JournalFormatException>(() => new JournalGate(connection).Open());

        Assert.Contains("layout 7", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, await Contents(connection));
    }

    [Fact]
    public async Task Read_WhatACrashCutIsNotFinishedYet_IsUnavailable()
    {
        await using var garnet = await RedisServer.StartGarnetAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(garnet.ConnectionString);
        var gate = new JournalGate(connection);
        await gate.Open();

        var fault = await Assert.ThrowsAsync<JournalUnavailableException>(() => gate.Read(async () =>
        {
            // The connection breaks while the answer is under way, and what comes is from the server that came back.
            var lost = new TaskCompletionSource();
            connection.ConnectionFailed += (_, _) => lost.TrySetResult();
            await garnet.KillAsync();
            await lost.Task.WaitAsync(TestContext.Current.CancellationToken);
            return 1;
        }));

        Assert.Contains("half done", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ArePossible_TheUserMayNotAsk_IsTrue()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var admin = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString + ",allowAdmin=true");
        await admin.GetDatabase().ExecuteAsync("ACL", "SETUSER", "limited", "on", "nopass", "~*", "&*", "+@all", "-info");
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString + ",user=limited,password=any");

        Assert.False(await UnfinishedAppends.ArePossible(admin.GetDatabase()));
        Assert.True(await UnfinishedAppends.ArePossible(connection.GetDatabase()));
    }

    private static Append Turn(string ticket, int expected) => new()
    {
        TicketId = ticket,
        ExpectedLength = expected,
        Records = ["one"u8.ToArray(), "two"u8.ToArray()],
        Events = ["one"u8.ToArray(), "two"u8.ToArray()],
        NextWake = Instant.FromUnixTimeMilliseconds(Wake),
        Request = new RequestMark($"{ticket}-{expected}", "digest"),
    };

    private static async Task Cut(ConnectionMultiplexer connection)
    {
        var database = connection.GetDatabase();
        await database.ListTrimAsync(JournalKeys.Journal(Ticket), 0, 0);
        await database.SortedSetRemoveAsync(JournalKeys.Due(Shard), Ticket);
        await database.SortedSetRemoveRangeByScoreAsync(JournalKeys.Outbox(Shard), 2, 2);
        await database.KeyDeleteAsync([JournalKeys.Request(Ticket, $"{Ticket}-0"), JournalKeys.OutboxLast(Shard), JournalKeys.Redone(Shard)]);
    }

    private static async Task<string> Contents(ConnectionMultiplexer connection)
    {
        var database = connection.GetDatabase();
        var due = await database.SortedSetRangeByRankWithScoresAsync(JournalKeys.Due(Shard));
        var outbox = await database.SortedSetRangeByRankWithScoresAsync(JournalKeys.Outbox(Shard));
        var journal = await database.ListRangeAsync(JournalKeys.Journal(Ticket));
        var marks = await Task.WhenAll(
            database.StringGetAsync(JournalKeys.Request(Ticket, $"{Ticket}-0")), database.StringGetAsync(JournalKeys.OutboxLast(Shard)), database.StringGetAsync(JournalKeys.Redone(Shard)));
        return string.Join("; ", string.Join(',', due), string.Join(',', outbox), string.Join(',', journal), string.Join(',', marks));
    }
}
