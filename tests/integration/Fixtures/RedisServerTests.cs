using System.Diagnostics;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Fixtures;

public sealed class RedisServerTests
{
    [Fact]
    public async Task StartAsync_RedisPortTaken_TakesAnother()
    {
        await using var first = await RedisServer.StartAsync();

        await using var second = await RedisServer.StartAsync(RedisProgram.Forgetful, first.Port);

        await AssertApartAsync(first, second);
    }

    [Fact]
    public async Task StartAsync_GarnetPortTaken_TakesAnother()
    {
        await using var first = await RedisServer.StartGarnetAsync();

        await using var second = await RedisServer.StartAsync(RedisProgram.Garnet()!, first.Port);

        await AssertApartAsync(first, second);
    }

    [Fact]
    public async Task StartAsync_ProgramThatIsNeverReady_IsStartedOnce()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no sleep");
        var started = 0;
        var program = new RedisProgram("ready", (_, _) =>
        {
            started++;
            return new ProcessStartInfo("sleep", "600");
        })
        {
            StartLimit = TimeSpan.FromMilliseconds(50),
        };

        await Assert.ThrowsAsync<TimeoutException>(() => RedisServer.StartAsync(program, TestPorts.Next()));

        Assert.Equal(1, started);
    }

    [Fact]
    public async Task StartAsync_ProgramThatEnds_IsTriedOnOtherPorts()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no false");
        var ports = new HashSet<int>();
        var program = new RedisProgram("ready", (port, _) =>
        {
            ports.Add(port);
            return new ProcessStartInfo("false");
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => RedisServer.StartAsync(program, TestPorts.Next()));

        Assert.Equal(20, ports.Count);
    }

    [Fact]
    public async Task RestartAsync_ForgetfulRedisKilled_IsEmptyOnTheSamePort() => Assert.False(await KeepsOverACrashAsync(await RedisServer.StartAsync()));

    [Fact]
    public async Task RestartAsync_DurableRedisKilled_HasItsDataOnTheSamePort() => Assert.True(await KeepsOverACrashAsync(await RedisServer.StartDurableAsync()));

    [Fact]
    public async Task RestartAsync_GarnetKilled_HasItsDataOnTheSamePort() => Assert.True(await KeepsOverACrashAsync(await RedisServer.StartGarnetAsync()));

    private static async Task AssertApartAsync(RedisServer first, RedisServer second)
    {
        await WriteAsync(first);

        Assert.NotEqual(first.Port, second.Port);
        Assert.True(await HasAsync(first));
        Assert.False(await HasAsync(second));
    }

    private static async Task<bool> KeepsOverACrashAsync(RedisServer server)
    {
        await using (server)
        {
            await WriteAsync(server);
            var port = server.Port;
            await server.KillAsync();

            await server.RestartAsync();

            Assert.Equal(port, server.Port);
            return await HasAsync(server);
        }
    }

    private static async Task WriteAsync(RedisServer server)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString);
        await connection.GetDatabase().StringSetAsync("key", "value");
    }

    private static async Task<bool> HasAsync(RedisServer server)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(server.ConnectionString);
        return await connection.GetDatabase().KeyExistsAsync("key");
    }
}
