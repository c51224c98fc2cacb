namespace SlaPlatform.Integration.Tests.Clocks.Faults;

public sealed class RedisCutOffTests
{
    [Theory(Timeout = 90_000)]
    [InlineData("redis-server")]
    [InlineData("garnet")]
    public Task Load_ConnectionsAreCut_LosesAndDoublesNothing(string server) => Suffer(server, LinkState.Cut);

    [Theory(Timeout = 90_000)]
    [InlineData("redis-server")]
    [InlineData("garnet")]
    public Task Load_ConnectionsSwallowEverything_LosesAndDoublesNothing(string server) => Suffer(server, LinkState.Swallowing);

    [Theory(Timeout = 90_000)]
    [InlineData("redis-server")]
    [InlineData("garnet")]
    public Task Load_RequestsArriveAndAnswersDoNot_LosesAndDoublesNothing(string server) => Suffer(server, LinkState.HalfOpen);

    private static async Task Suffer(string server, LinkState fault)
    {
        await using var run = await FaultRun.StartAsync(server);

        await run.Suffer(async () =>
        {
            run.Link.Become(fault);
            await run.Felt();
            run.Link.Become(LinkState.Sound);
        });

        Assert.True(run.Calls.Repeats > 0);
        Assert.True(run.LoadedFromSnapshot > 0);
    }
}
