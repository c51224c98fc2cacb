using System.Globalization;
using SlaPlatform.LocalHosting.Tests.Support;
using StackExchange.Redis;

namespace SlaPlatform.LocalHosting.Tests.LocalRedis;

public sealed class DurableGarnetTests
{
    private const int Writes = 200;
    private const string Script = "redis.call('SET', KEYS[1], ARGV[1]); redis.call('RPUSH', KEYS[2], ARGV[1]); redis.call('ZADD', KEYS[3], ARGV[1], ARGV[1]); return 1";

    [Fact]
    public async Task Server_KilledAfterAcknowledgedScripts_HasThemAllOnReturn()
    {
        var folder = Directory.CreateTempSubdirectory("sla-garnet-");
        var port = TestTopology.FreePort();
        await using (await GarnetProcess.StartAsync(folder.FullName, port))
        {
            await using var redis = await ConnectAsync(port);
            for (var i = 1; i <= Writes; i++)
            {
                await redis.GetDatabase().ScriptEvaluateAsync(Script, ["{t}:last", "{t}:all", "{t}:due"], [i]);
            }
        }

        await using (await GarnetProcess.StartAsync(folder.FullName, port))
        {
            await using var redis = await ConnectAsync(port);
            var database = redis.GetDatabase();

            Assert.Equal(Writes, (int)await database.StringGetAsync("{t}:last"));
            Assert.Equal(Writes, await database.ListLengthAsync("{t}:all"));
            Assert.Equal(Writes, await database.SortedSetLengthAsync("{t}:due"));
        }

        folder.Delete(recursive: true);
    }

    private static Task<ConnectionMultiplexer> ConnectAsync(int port) => ConnectionMultiplexer.ConnectAsync(string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"));
}
