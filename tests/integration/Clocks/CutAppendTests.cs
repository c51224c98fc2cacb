using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Telemetry;
using SlaPlatform.Integration.Tests.Fixtures;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>An append that ends after any of its writes, as a crash of Garnet can end it, comes to the same as one that does not end early.</summary>
public sealed class CutAppendTests
{
    private const string Ticket = "cut";
    private const int EventsKept = 6;
    private const int MostWrites = 60;

    private static readonly Instant Opened = Instant.FromUtc(2026, 6, 1, 8, 0);

    [Theory]
    [InlineData("opens")]
    [InlineData("goes on, trimming by count")]
    [InlineData("goes on, trimming by age")]
    [InlineData("ends")]
    [InlineData("is not there")]
    public async Task Open_AfterACutAtAnyWrite_LeavesTheWholeAppend(string turn)
    {
        await using var garnet = await RedisServer.StartGarnetAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(garnet.ConnectionString + ",allowAdmin=true");
        var (before, last) = Turns(turn);
        var untouched = await PrepareAsync(connection, before);
        await (await JournalAsync(connection)).Append(last);
        var whole = await ContentsAsync(connection);
        var (keys, arguments) = PackedAppend.Read((byte[])(await connection.GetDatabase().HashGetAsync(JournalKeys.Redo(Shards.Of(Ticket)), "append"))!);
        arguments[AppendScript.PackedAt] = PackedAppend.Write(keys, arguments);

        var writes = 0;
        for (var isCut = true; isCut; writes++)
        {
            Assert.True(writes < MostWrites, "The append never came to its end.");
            AssertSame(untouched, await PrepareAsync(connection, before), writes);
            isCut = await RunAsync(connection, keys, arguments, writes);
            if (isCut)
            {
                await new JournalGate(connection).Open();
                await new JournalGate(connection).Open();
            }

            AssertSame(writes == 0 ? untouched : whole, await ContentsAsync(connection), writes);
        }

        Assert.True(writes > 3, $"The append has {writes} writes only.");
    }

    /// <summary>An append that is done again leaves it to the next one to let old events go.</summary>
    private static void AssertSame(Dictionary<string, string> whole, Dictionary<string, string> stored, int writes)
    {
        Assert.Equal(whole.Keys.Order(StringComparer.Ordinal), stored.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, value) in whole)
        {
            var isTrimmed = key.Contains(":outbox", StringComparison.Ordinal) && !key.EndsWith(":last", StringComparison.Ordinal);
            Assert.True(isTrimmed ? stored[key].EndsWith(value, StringComparison.Ordinal) : stored[key] == value, $"After {writes} writes {key} is '{stored[key]}', not '{value}'.");
        }
    }

    private static (Append[] Before, Append Last) Turns(string turn) => turn switch
    {
        "opens" => ([], Turn(0, 0)),
        "goes on, trimming by count" => ([Turn(0, 0), Turn(1, 1), Turn(2, 2)], Turn(3, 3)),
        "goes on, trimming by age" => ([Turn(0, 0), Turn(1, 1)], Turn(2, 60 * 24)),
        "ends" => ([Turn(0, 0)], Turn(1, 1) with { NextWake = null, Summary = Digest(1, ended: true) }),
        _ => ([], new Append { TicketId = Ticket, ExpectedLength = 0, Time = Opened }),
    };

    private static Append Turn(int number, int minutes) => new()
    {
        TicketId = Ticket,
        ExpectedLength = 2 * number,
        Records = [Bytes($"record {number} a"), Bytes($"record {number} b")],
        Events = [Bytes($"event {number} a"), Bytes($"event {number} b")],
        Time = Opened + Duration.FromMinutes(minutes),
        NextWake = Opened + Duration.FromMinutes(minutes + 30),
        Summary = Digest(number, ended: false),
        Snapshot = number == 1 ? null : Bytes($"snapshot {number}"),
        Request = new RequestMark($"request-{number}", "digest"),
    };

    private static TicketDigest Digest(int number, bool ended) => new()
    {
        TicketId = Ticket,
        Account = "accounts/a",
        Plan = "",
        Level = 1,
        Label = "",
        State = ended ? "Closed" : "Open",
        Ended = ended,
        EndTime = ended ? Opened : null,
        NextDue = Opened + Duration.FromHours(number),
        Breaches = 0,
        ReceivedTime = Opened,
        Reference = "",
        FactCount = number,
    };

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static async Task<Dictionary<string, string>> PrepareAsync(ConnectionMultiplexer connection, Append[] before)
    {
        await connection.GetServers()[0].FlushAllDatabasesAsync();
        var journal = await JournalAsync(connection);
        foreach (var append in before)
        {
            Assert.Equal(AppendOutcome.Appended, await journal.Append(append));
        }

        return await ContentsAsync(connection);
    }

    private static async Task<TicketJournal> JournalAsync(ConnectionMultiplexer connection)
    {
        var services = new ServiceCollection().AddMetrics().AddSingleton(TimeProvider.System).AddSingleton<ShardGauges>().AddSingleton<ClockMetrics>().BuildServiceProvider();
        var gate = new JournalGate(connection);
        await gate.Open();
        var options = new JournalOptions { EventsKept = EventsKept, EventsKeptFor = TimeSpan.FromHours(1) };
        return new TicketJournal(connection, gate, services.GetRequiredService<ClockMetrics>(), Options.Create(options));
    }

    /// <summary>Runs the append until it has written so often; false when it came to its end before.</summary>
    private static async Task<bool> RunAsync(ConnectionMultiplexer connection, RedisKey[] keys, RedisValue[] arguments, int writes)
    {
        var counting = string.Create(CultureInfo.InvariantCulture, $$"""
            local real, left = redis, {{writes}}
            local reads = { GET = true, HGET = true, LLEN = true, LINDEX = true, ZCARD = true }
            local redis = { call = function(name, ...)
              if not reads[name] then
                if left == 0 then error('cut') end
                left = left - 1
              end
              return real.call(name, ...)
            end }

            """);
        try
        {
            await connection.GetDatabase().ScriptEvaluateAsync(counting + AppendScript.Text, keys, arguments);
            return false;
        }
        catch (RedisServerException e) when (e.Message.Contains("cut", StringComparison.Ordinal))
        {
            return true;
        }
    }

    /// <summary>All that is stored, but for the names of this Redis and of appends, and the claims made before them.</summary>
    private static async Task<Dictionary<string, string>> ContentsAsync(ConnectionMultiplexer connection)
    {
        var database = connection.GetDatabase();
        var contents = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var key in connection.GetServers()[0].KeysAsync(pattern: "sla:1:{s*"))
        {
            var name = key.ToString();
            if (name.EndsWith(":redo", StringComparison.Ordinal) || name.EndsWith(":redone", StringComparison.Ordinal))
            {
                continue;
            }

            contents[name] = string.Join(", ", await database.KeyTypeAsync(key) switch
            {
                RedisType.String => [(string?)await database.StringGetAsync(key)],
                RedisType.List => (await database.ListRangeAsync(key)).Select(value => (string?)value),
                RedisType.Hash => (await database.HashGetAllAsync(key)).Select(entry => entry.ToString()).Order(StringComparer.Ordinal),
                RedisType.SortedSet => (await database.SortedSetRangeByRankWithScoresAsync(key)).Select(entry => entry.ToString()),
                var type => [type.ToString()],
            });
        }

        return contents;
    }
}
