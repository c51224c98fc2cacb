namespace SlaPlatform.Integration.Tests.Clocks.Faults;

public sealed class RedisSlowTests
{
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan BeyondTheTimeout = TimeSpan.FromSeconds(3);

    [Theory(Timeout = 90_000)]
    [InlineData("redis-server")]
    [InlineData("garnet")]
    public async Task Load_RedisIsSlow_WaitsLongerAndRefusesNothing(string server)
    {
        await using var run = await FaultRun.StartAsync(server);

        await run.Suffer(async () =>
        {
            run.Link.Become(LinkState.Late(Slow));
            await run.Progress(8);
            run.Link.Become(LinkState.Sound);
        });

        Assert.True(run.Calls.Longest >= Slow);
        Assert.Equal(0, run.Calls.Repeats);
    }

    [Theory(Timeout = 90_000)]
    [InlineData("redis-server")]
    [InlineData("garnet")]
    public async Task Load_RedisAnswersAfterTheClientGaveUp_LosesAndDoublesNothing(string server)
    {
        await using var run = await FaultRun.StartAsync(server);

        await run.Suffer(async () =>
        {
            run.Link.Become(LinkState.Late(BeyondTheTimeout));
            await run.Felt();
            run.Link.Become(LinkState.Sound);
        });

        Assert.True(run.Calls.Repeats > 0);
        Assert.True(run.LoadedFromSnapshot > 0);
    }
}
