using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Integration.Tests.Fixtures;
using SlaPlatform.Integration.Tests.Support;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class JournalOpeningTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly LoggedLines<JournalOpening> _lines = new();
    private readonly LoggedLines<DurabilityCheck> _durability = new();
    private readonly ApplicationLifetime _service = new(NullLogger<ApplicationLifetime>.Instance);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("format", "2", "a journal of format 2, this version works with 1")]
    [InlineData("shards", "32", "a journal of shard count 32, this version works with 64")]
    public async Task StartAsync_AnotherVersionBeganTheJournal_StopsTheServiceAndChangesNothing(string field, string stored, string reason)
    {
        await using var redis = await RedisServer.StartAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.PatientConnectionString);
        await new JournalGate(connection).Open();
        var database = connection.GetDatabase();
        await database.HashSetAsync(JournalKeys.Clock, field, stored);
        var before = await database.HashGetAllAsync(JournalKeys.Clock);
        var gate = new JournalGate(connection);
        using var opening = Opening(gate, connection);

        var exitCode = await EndAsync(opening);

        Assert.Equal(1, exitCode);
        Assert.True(_service.ApplicationStopping.IsCancellationRequested);
        var (level, text) = Assert.Single(_lines.Rest());
        Assert.Equal(LogLevel.Critical, level);
        Assert.Contains(reason, text, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Unhealthy, await HealthAsync(opening));
        Assert.Throws<JournalUnavailableException>(gate.RequireOpen);
        Assert.Equal(before, await database.HashGetAllAsync(JournalKeys.Clock));
    }

    [Fact]
    public async Task StartAsync_RedisForgets_OpensTheJournalAndWarns()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.PatientConnectionString);
        using var opening = Opening(new JournalGate(connection), connection);

        await opening.StartAsync(Cancel);
        var (level, _) = await _durability.NextAsync(Cancel);
        var health = await HealthAsync(opening);
        await opening.StopAsync(Cancel);

        Assert.Equal((LogLevel.Warning, HealthStatus.Healthy), (level, health));
    }

    private JournalOpening Opening(JournalGate gate, ConnectionMultiplexer connection) =>
        new(gate, new DurabilityCheck(connection, _durability), _service, TimeProvider.System, _lines);

    /// <summary>Lets it run to its end, and gives the exit code that it leaves, which is not this process'.</summary>
    private static async Task<int> EndAsync(JournalOpening opening)
    {
        try
        {
            await opening.StartAsync(Cancel);
            await opening.ExecuteTask!.WaitAsync(Limit, Cancel);
            return Environment.ExitCode;
        }
        finally
        {
            Environment.ExitCode = 0;
        }
    }

    private static async Task<HealthStatus> HealthAsync(JournalOpening opening)
    {
        var context = new HealthCheckContext { Registration = new HealthCheckRegistration("journal", opening, HealthStatus.Unhealthy, null) };
        return (await opening.CheckHealthAsync(context, Cancel)).Status;
    }
}
