using NodaTime;

namespace SlaPlatform.Engine.Clocks;

/// <summary>How a ticket ended by its facts, as far as it did.</summary>
/// <param name="ResolveTime">When it was resolved last and not reopened since, or null.</param>
/// <param name="CloseTime">When it was closed or merged and not reopened since, or null.</param>
/// <param name="MergedInto">The ticket that it goes on in, or null.</param>
public sealed record TicketEnds(Instant? ResolveTime, Instant? CloseTime, string? MergedInto)
{
    /// <summary>It did not.</summary>
    public static TicketEnds None { get; } = new(null, null, null);
}
