using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Clocks;

/// <summary>A time in which the severities of a ticket stayed what they were.</summary>
/// <param name="Start">Its first instant.</param>
/// <param name="End">The instant after it; null while it lasts.</param>
/// <param name="ClaimedLevel">The level that the customer claims, or null.</param>
/// <param name="VerifiedLevel">The level that support set, or null.</param>
/// <param name="RulingLevel">The level that rules.</param>
/// <param name="IsOpen">Whether the ticket is neither resolved, closed nor merged.</param>
public sealed record SeverityPeriod(Instant Start, Instant? End, int? ClaimedLevel, int? VerifiedLevel, int RulingLevel, bool IsOpen)
{
    /// <summary>The changes of severity that began it, in the order of record; none where it begins otherwise.</summary>
    public ImmutableArray<SeverityCause> Causes { get; init; } = [];

    /// <inheritdoc/>
    public bool Equals(SeverityPeriod? other) => other is not null && Tuple == other.Tuple && Causes.SequenceEqual(other.Causes);

    /// <inheritdoc/>
    public override int GetHashCode() => Tuple.GetHashCode();

    private (Instant, Instant?, int?, int?, int, bool) Tuple => (Start, End, ClaimedLevel, VerifiedLevel, RulingLevel, IsOpen);
}
