using System.Text.Json;

namespace SlaPlatform.Cli.Tests.Commands;

public sealed class HealthCommandTests
{
    [Theory]
    [InlineData("overdue wakes 2, the oldest since Mon 2026-06-01 09:30:00 Z")]
    [InlineData("shards 64, 31 of them held by no silo that answered")]
    [InlineData("redis redis 7.0.15, answers in 0.25 ms; appendfsync everysec, maxmemory-policy not visible")]
    [InlineData("lateness of signals 40 3 ms 150 ms 1200 ms")]
    [InlineData("storing a turn 0 - - -")]
    [InlineData("127.0.0.1:11111@1 active Mon 2026-06-01 08:00:00 Z 33")]
    [InlineData("127.0.0.1:11112@1 active, no answer ?")]
    [InlineData("Redis has appendfsync everysec; always keeps what was acknowledged.")]
    public async Task Health_OfAnAilingClock_SaysWhatAils(string expected)
    {
        await using var platform = await FakePlatform.StartAsync();

        var run = await platform.RunAsync("health");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(expected, string.Join(' ', run.Out.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_Json_IsTheContractsMessage()
    {
        await using var platform = await FakePlatform.StartAsync();

        var run = await platform.RunAsync("health", "--json");

        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal("2", json.RootElement.GetProperty("overdueWakes").GetString());
        Assert.Equal([true, false], json.RootElement.GetProperty("silos").EnumerateArray().Select(silo => silo.GetProperty("answered").GetBoolean()));
    }
}
