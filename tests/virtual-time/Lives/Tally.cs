using System.Collections.Concurrent;

namespace SlaPlatform.VirtualTime.Lives;

/// <summary>How often what happened. Lives of several threads may add to one.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<Happening, long> counts = new();
    private long lives;

    public long Lives => Interlocked.Read(ref lives);

    public long this[Happening happening] => counts.GetValueOrDefault(happening);

    public void Count(Happening happening, long times = 1) => counts.AddOrUpdate(happening, times, (_, before) => before + times);

    /// <summary>Adds a life.</summary>
    public void Add(Tally life)
    {
        Interlocked.Increment(ref lives);
        foreach (var (happening, times) in life.counts)
        {
            Count(happening, times);
        }
    }

    public override string ToString() => string.Join(", ", Enum.GetValues<Happening>().Select(happening => $"{happening} {this[happening]}").Prepend($"Lives {Lives}"));
}
