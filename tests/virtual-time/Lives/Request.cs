using SlaPlatform.Clocks.Journal;

namespace SlaPlatform.VirtualTime.Lives;

/// <summary>What a caller wants of a ticket, however often it must ask.</summary>
/// <param name="Mark">What makes the same request.</param>
/// <param name="Ticket">The ticket.</param>
/// <param name="Opens">Whether it opens the ticket; else it tells a fact.</param>
/// <param name="Fact">The encoded fact with its note, which names the request.</param>
/// <param name="EffectiveTime">When it was true, ISO; null for now.</param>
internal sealed record Request(RequestMark Mark, string Ticket, bool Opens, byte[] Fact, string? EffectiveTime)
{
    /// <summary>Whether the caller had an answer that settles it.</summary>
    public bool IsOver { get; set; }
}
