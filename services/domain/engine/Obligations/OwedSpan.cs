using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Obligations;

/// <summary>A time in which one plan's rules hold for a subscription.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="Until">Exclusive.</param>
/// <param name="Rules">What is owed.</param>
public sealed record OwedSpan(Instant From, Instant Until, ImmutableArray<ObligationRule> Rules)
{
    /// <summary>Whether it covers an instant.</summary>
    public bool Covers(Instant at) => From <= at && at < Until;
}
