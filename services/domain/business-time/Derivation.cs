using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.BusinessTime;

/// <summary>How a due time came about, in a form that can be added up by hand.</summary>
public sealed record Derivation
{
    internal Derivation(Instant start, Amount amount, Instant dueTime, ImmutableArray<CalendarSegment> segments)
    {
        Start = start;
        Amount = amount;
        DueTime = dueTime;
        Segments = segments;
    }

    /// <summary>Where counting was asked to begin.</summary>
    public Instant Start { get; }

    /// <summary>What was added.</summary>
    public Amount Amount { get; }

    /// <summary>Where it landed.</summary>
    public Instant DueTime { get; }

    /// <summary>Contiguous, in order, from <see cref="Start"/> to <see cref="DueTime"/>; none when both are the same.</summary>
    public ImmutableArray<CalendarSegment> Segments { get; }

    /// <summary>The sum of what the segments credit.</summary>
    public Duration Credited => Segments.Aggregate(Duration.Zero, (sum, segment) => sum + segment.Credited);

    /// <summary>Equal when all parts are equal, the segments in order.</summary>
    public bool Equals(Derivation? other) => other is not null && Start == other.Start && Amount == other.Amount
        && DueTime == other.DueTime && Segments.SequenceEqual(other.Segments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, Amount, DueTime, Segments.Length);
}
