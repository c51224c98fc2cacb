using NodaTime;

namespace SlaPlatform.Engine.Policies;

/// <summary>When to warn that a milestone is nearing its due time.</summary>
public abstract record Warning
{
    private Warning()
    {
    }

    /// <summary>When a share of the target is consumed (open time, or elapsed time for civil amounts).</summary>
    public sealed record AtPercent : Warning
    {
        /// <summary>Warns at the given percentage.</summary>
        /// <param name="percent">Whole percent of the target, 1 to 99.</param>
        /// <exception cref="ArgumentOutOfRangeException">The percentage is not from 1 to 99.</exception>
        public AtPercent(int percent)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(percent, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 99);
            Percent = percent;
        }

        /// <summary>Whole percent of the target, 1 to 99.</summary>
        public int Percent { get; }

        /// <inheritdoc/>
        public override string ToString() => $"{Percent}%";
    }

    /// <summary>A fixed wall-clock time before the due time. Longer than the target: no warning.</summary>
    public sealed record BeforeDue : Warning
    {
        /// <summary>Warns the given time before the due time.</summary>
        /// <param name="lead">Wall-clock time, more than zero.</param>
        /// <exception cref="ArgumentOutOfRangeException">The lead is zero or negative.</exception>
        public BeforeDue(Duration lead)
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lead, Duration.Zero);
            Lead = lead;
        }

        /// <summary>Wall-clock time before the due time.</summary>
        public Duration Lead { get; }

        /// <inheritdoc/>
        public override string ToString() => $"-{(long)Lead.TotalSeconds}s";
    }
}
