using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks.Checkpoints;

namespace SlaPlatform.Engine.Clocks.Folding;

/// <summary>A value that changes at instants: each holds from its instant, inclusive, to the next one's.</summary>
internal sealed class History<T>
{
    private readonly ImmutableArray<Step<T>> steps;

    private History(ImmutableArray<Step<T>> steps) => this.steps = steps;

    /// <summary>The last value.</summary>
    public T Last => steps[^1].Value;

    /// <summary>The value at an instant; before the first change, the first value.</summary>
    public T At(Instant instant) => steps[IndexAt(instant)].Value;

    /// <summary>Since when the value at an instant holds.</summary>
    public Instant Since(Instant instant) => steps[IndexAt(instant)].From;

    /// <summary>The step in force just before an instant, and all from the instant on.</summary>
    public ImmutableArray<Step<T>> StepsAround(Instant instant) => steps[IndexAt(instant - Duration.Epsilon)..];

    /// <summary>The instants at which the value changes, after one and before another; null for no end.</summary>
    public IEnumerable<Instant> ChangesBetween(Instant after, Instant? before)
    {
        for (var i = IndexAt(after); i < steps.Length && (before is not { } end || steps[i].From < end); i++)
        {
            if (steps[i].From > after)
            {
                yield return steps[i].From;
            }
        }
    }

    private int IndexAt(Instant instant)
    {
        int low = 0, high = steps.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (steps[middle].From <= instant)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    /// <summary>Collects the changes in the order of their instants.</summary>
    internal sealed class Builder
    {
        private readonly ImmutableArray<Step<T>>.Builder steps = ImmutableArray.CreateBuilder<Step<T>>();

        public Builder(Instant start, T initial) => steps.Add(new(start, initial));

        public Builder(ImmutableArray<Step<T>> known) => steps.AddRange(known);

        /// <summary>The value so far.</summary>
        public T Current => steps[^1].Value;

        /// <summary>Sets the value from an instant on; of several at one instant the last holds.</summary>
        public void Set(Instant from, T value)
        {
            if (EqualityComparer<T>.Default.Equals(Current, value))
            {
                return;
            }

            if (steps[^1].From == from)
            {
                steps[^1] = new(from, value);
                return;
            }

            steps.Add(new(from, value));
        }

        public History<T> Build() => new(steps.ToImmutable());
    }
}
