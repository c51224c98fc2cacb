using NodaTime;

namespace SlaPlatform.Engine.Allowances;

/// <summary>The time between two grants of an allowance.</summary>
/// <param name="Start">Its first instant, inclusive.</param>
/// <param name="End">The instant after it, as far as is known: its regular end, or that of the subscription when it comes first.</param>
/// <param name="Rule">What it is booked by: the plan's rule, or after a change to a plan without one the last that there was.</param>
public sealed record AllowancePeriod(Instant Start, Instant End, AllowanceRule Rule)
{
    /// <summary>Whether it covers an instant.</summary>
    public bool Covers(Instant at) => Start <= at && at < End;
}
