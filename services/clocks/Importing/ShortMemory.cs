using System.Collections.Concurrent;

namespace SlaPlatform.Clocks.Importing;

/// <summary>Answers of another service, kept for a while: one asking for all who want to know at the same time. Bounded; safe for concurrent use.</summary>
internal sealed class ShortMemory<TKey, TAnswer>(TimeSpan holds, TimeProvider clock)
    where TKey : notnull
{
    private const int MostKept = 10_000;
    private readonly ConcurrentDictionary<TKey, Entry> kept = new();

    /// <summary>The answer kept, or a new one. A failure is kept for those who wait for it alone.</summary>
    public async Task<TAnswer> Get(TKey key, Func<Task<TAnswer>> ask)
    {
        if (kept.Count > MostKept)
        {
            kept.Clear();
        }

        var fresh = new Entry(new Lazy<Task<TAnswer>>(ask), clock.GetTimestamp());
        var entry = kept.AddOrUpdate(key, fresh, (_, known) => clock.GetElapsedTime(known.Asked) < holds ? known : fresh);
        try
        {
            return await entry.Answer.Value;
        }
        catch
        {
            kept.TryRemove(new KeyValuePair<TKey, Entry>(key, entry));
            throw;
        }
    }

    private sealed record Entry(Lazy<Task<TAnswer>> Answer, long Asked);
}
