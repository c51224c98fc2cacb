namespace SlaPlatform.Integration.Tests.Clocks.Faults;

public sealed class RedisRestartTests
{
    [Theory(Timeout = 90_000)]
    [InlineData("redis-server")]
    [InlineData("garnet")]
    public async Task Load_RedisIsKilledAndStartedAgain_LosesAndDoublesNothing(string server)
    {
        await using var run = await FaultRun.StartAsync(server);

        await run.Suffer(async () =>
        {
            await run.Redis.KillAsync();
            await run.Felt();
            await run.Redis.RestartAsync();
        });

        Assert.True(run.Calls.Repeats > 0);
        Assert.True(run.LoadedFromSnapshot > 0);
    }

    [Theory(Timeout = 90_000)]
    [InlineData("redis-server")]
    [InlineData("garnet")]
    public async Task Load_RedisStopsAndStartsAgain_LosesAndDoublesNothing(string server)
    {
        await using var run = await FaultRun.StartAsync(server);

        await run.Suffer(async () =>
        {
            await run.Redis.StopAsync();
            await run.Felt();
            await run.Redis.RestartAsync();
        });

        Assert.True(run.Calls.Repeats > 0);
        Assert.True(run.LoadedFromSnapshot > 0);
    }
}
