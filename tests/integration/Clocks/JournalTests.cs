using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Telemetry;
using SlaPlatform.Integration.Tests.Fixtures;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class JournalTests
{
    [Theory]
    [InlineData("other body", "RequestReused")]
    [InlineData("one body", "Appended")]
    public async Task Append_RequestIdThatAnotherShardStored_OnlyPassesWithTheSameBody(string digest, string expected)
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var journal = await JournalOver(connection);
        await journal.Append(First("one", "one body"));

        var outcome = await journal.Append(First("two", digest));

        Assert.NotEqual(Shards.Of("one"), Shards.Of("two"));
        Assert.Equal(expected, outcome.ToString());
    }

    [Theory]
    [InlineData("redis-server")]
    [InlineData("garnet")]
    public async Task Append_WithARequest_KeepsItForADay(string server)
    {
        await using var redis = await RedisServer.StartAsync(server);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.PatientConnectionString);
        var journal = await JournalOver(connection);

        await journal.Append(First("one", "one body"));

        foreach (var key in new[] { JournalKeys.Request("one", "request"), JournalKeys.Claim("request") })
        {
            Assert.InRange((await connection.GetDatabase().KeyTimeToLiveAsync(key))!.Value, TimeSpan.FromHours(23.9), TimeSpan.FromHours(24));
        }
    }

    [Fact]
    public async Task Report_RedisDoesNotAnswerInTime_IsUnavailableAndNotACrash()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var check = new DurabilityCheck(connection, NullLogger<DurabilityCheck>.Instance);
        await connection.GetDatabase().ExecuteAsync("CLIENT", "PAUSE", "20000", "ALL");

        await Assert.ThrowsAsync<JournalUnavailableException>(check.Report);
    }

    private static Append First(string ticket, string digest) => new()
    {
        TicketId = ticket,
        ExpectedLength = 0,
        Records = [[(byte)'r']],
        Request = new RequestMark("request", digest),
    };

    internal static async Task<TicketJournal> JournalOver(ConnectionMultiplexer connection)
    {
        var services = new ServiceCollection().AddMetrics().AddSingleton(TimeProvider.System).AddSingleton<ShardGauges>().AddSingleton<ClockMetrics>().BuildServiceProvider();
        var gate = new JournalGate(connection);
        await gate.Open();
        return new TicketJournal(connection, gate, services.GetRequiredService<ClockMetrics>(), Options.Create(new JournalOptions()));
    }
}
