using StackExchange.Redis;

namespace SlaPlatform.Clocks.Journal;

/// <summary>
/// Finishes what a crash of Redis left half done. Garnet logs the writes of a script one by one, and a crash can keep the first ones and lose the rest; redis-server logs
/// a script as a whole. So on Garnet a script puts the whole append down first, and says at its end that it is done.
/// </summary>
internal static class UnfinishedAppends
{
    /// <summary>Whether a crash can leave a part of a script on this server.</summary>
    public static async Task<bool> ArePossible(IDatabase database)
    {
        try
        {
            return ((string?)await database.ExecuteAsync("INFO", "server"))?.Contains("garnet_version", StringComparison.OrdinalIgnoreCase) ?? false;
        }
        catch (RedisServerException e) when (e.Message.StartsWith("NOPERM", StringComparison.Ordinal))
        {
            // A user without the right to ask: the answer that costs a write more and loses nothing.
            return true;
        }
    }

    /// <summary>Finishes the last append of every shard that needs it.</summary>
    public static Task FinishAll(IDatabase database) => Task.WhenAll(Shards.All.Select(shard => Finish(database, shard)));

    /// <summary>Finishes the last append of a shard if it is not whole; one that another silo finished meanwhile stays as it is.</summary>
    /// <exception cref="JournalFormatException">A version of another layout began it.</exception>
    public static async Task Finish(IDatabase database, int shard)
    {
        var redo = await database.HashGetAsync(JournalKeys.Redo(shard), ["id", "append", "layout"]);
        if (redo[0].IsNull || redo[0] == await database.StringGetAsync(JournalKeys.Redone(shard)))
        {
            return;
        }

        // The first version that put appends down did not say its layout, which was this one.
        if (!redo[2].IsNull && redo[2] != AppendScript.Layout)
        {
            throw new JournalFormatException(
                $"Shard {shard} has an append of layout {redo[2]} that a crash left half done, this version finishes those of layout {AppendScript.Layout}; start the version that began it once, it finishes it.");
        }

        var (keys, arguments) = PackedAppend.Read((byte[])redo[1]!);
        arguments[AppendScript.PackedAt + 1] = 1;
        await database.ScriptEvaluateAsync(AppendScript.Text, keys, arguments);
    }
}
