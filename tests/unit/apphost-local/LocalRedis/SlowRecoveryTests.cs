using System.Diagnostics;
using System.Globalization;
using SlaPlatform.LocalHosting.Tests.Support;
using StackExchange.Redis;

namespace SlaPlatform.LocalHosting.Tests.LocalRedis;

/// <summary>A server that does not come to the end of reading its data back: its log is a pipe that nobody writes to.</summary>
public sealed class SlowRecoveryTests : IDisposable
{
    private const int GivesUp = 3;
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("sla-garnet-");
    private readonly int _port = TestTopology.FreePort();

    private string Log => Path.Combine(_data.FullName, "AOF", "aof.log.0");

    private string Aside => Path.Combine(_data.FullName, "aside");

    [Fact(Timeout = 60_000)]
    public async Task Server_TerminatedWhileItReadsBack_EndsAtOnceAndKeepsItsData()
    {
        await PutAsideAsync();
        await using var server = await GarnetProcess.StartReadingAsync(_data.FullName, _port);

        await server.TerminateAsync();

        Assert.Equal(0, await server.EndAsync());
        Assert.Equal("value", await ReadAsync());
    }

    [Fact(Timeout = 60_000)]
    public async Task Server_NotReadBackWithinItsLimit_EndsToBeStartedAgainAndKeepsItsData()
    {
        await PutAsideAsync();

        await using var server = await GarnetProcess.StartReadingAsync(_data.FullName, _port, "--recovery-limit", "1");

        Assert.Equal(GivesUp, await server.EndAsync());
        Assert.Equal("value", await ReadAsync());
    }

    public void Dispose() => _data.Delete(recursive: true);

    private async Task PutAsideAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes among its files");
        await using (await GarnetProcess.StartAsync(_data.FullName, _port))
        {
            await using var redis = await ConnectAsync();
            await redis.GetDatabase().StringSetAsync("key", "value");
        }

        File.Move(Log, Aside);
        using var pipe = Process.Start("mkfifo", [Log]);
        await pipe.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, pipe.ExitCode);
    }

    private async Task<string?> ReadAsync()
    {
        File.Move(Aside, Log, overwrite: true);
        await using var server = await GarnetProcess.StartAsync(_data.FullName, _port);
        await using var redis = await ConnectAsync();
        return await redis.GetDatabase().StringGetAsync("key");
    }

    private Task<ConnectionMultiplexer> ConnectAsync() => ConnectionMultiplexer.ConnectAsync(string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{_port}"));
}
