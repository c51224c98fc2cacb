using NodaTime;

namespace SlaPlatform.Engine.Tests.Clocks.Harness;

/// <summary>Choices that a seed decides, the same on every machine: a 64-bit counter hashed for each throw.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = unchecked(seed * 0x9E3779B97F4A7C15UL);

    /// <summary>Whether <see cref="Time"/> keeps to whole minutes.</summary>
    public bool WholeMinutes { get; init; }

    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public int From(int least, int most) => least + Below(most - least + 1);

    public bool Chance(int percent) => Below(100) < percent;

    public T Pick<T>(params ReadOnlySpan<T> options) => options[Below(options.Length)];

    public T Pick<T>(IReadOnlyList<T> options) => options[Below(options.Count)];

    /// <summary>From nothing to <paramref name="most"/>: mostly round minutes, so that facts, due times and ticks often coincide.</summary>
    public Duration Time(Duration most)
    {
        var minutes = Below((int)most.TotalMinutes + 1);
        var time = Duration.FromMinutes(Chance(70) ? minutes / 10 * 10 : minutes);
        return WholeMinutes || Chance(90) ? time : Duration.Min(most, time + Duration.FromMilliseconds(Below(60_000)));
    }

    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        T[] shuffled = [.. items];
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (shuffled[i], shuffled[other]) = (shuffled[other], shuffled[i]);
        }

        return shuffled;
    }

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }
}
