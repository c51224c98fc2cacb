using StackExchange.Redis;

namespace SlaPlatform.Clocks.Journal;

/// <summary>
/// Finishes what a crash of Redis left half done. Garnet logs the writes of a script one by one, and a crash can keep the first ones and lose the rest; redis-server logs
/// a script as a whole. So on Garnet a script puts the whole append down first, and says at its end that it is done.
/// </summary>
internal static class UnfinishedAppends
{
    /// <summary>Whether a crash can leave a part of a script on this server.</summary>
    public static async Task<bool> ArePossible(IDatabase database) =>
        ((string?)await database.ExecuteAsync("INFO", "server"))?.Contains("garnet_version", StringComparison.OrdinalIgnoreCase) ?? false;

    /// <summary>Finishes the last append of every shard that needs it.</summary>
    public static Task FinishAll(IDatabase database) => Task.WhenAll(Shards.All.Select(shard => Finish(database, shard)));

    /// <summary>Finishes the last append of a shard if it is not whole; one that another silo finished meanwhile stays as it is.</summary>
    public static async Task Finish(IDatabase database, int shard)
    {
        var redo = await database.HashGetAsync(JournalKeys.Redo(shard), ["id", "append"]);
        if (redo[0].IsNull || redo[0] == await database.StringGetAsync(JournalKeys.Redone(shard)))
        {
            return;
        }

        var (keys, arguments) = PackedAppend.Read((byte[])redo[1]!);
        arguments[AppendScript.PackedAt + 1] = 1;
        await database.ScriptEvaluateAsync(AppendScript.Text, keys, arguments);
    }
}
