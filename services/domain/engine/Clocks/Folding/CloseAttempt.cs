using NodaTime;

namespace SlaPlatform.Engine.Clocks.Folding;

/// <summary>A stretch of waiting on the customer that the plan's auto-close follows.</summary>
/// <param name="Sequence">The sequence of the fact that began the waiting.</param>
/// <param name="Since">When the waiting began.</param>
/// <param name="WarnTime">When to warn.</param>
/// <param name="CloseTime">When the ticket closes by itself.</param>
/// <param name="EndedTime">When a fact ended the waiting, or null while none has.</param>
public sealed record CloseAttempt(long Sequence, Instant Since, Instant WarnTime, Instant CloseTime, Instant? EndedTime)
{
    /// <summary>Whether the time ran out before any fact ended the waiting; a fact at the very instant comes first.</summary>
    public bool Closes => EndedTime is not { } ended || CloseTime < ended;

    /// <summary>Whether it is warned of before it happens; not when the lead is longer than the waiting.</summary>
    public bool Warns => WarnTime > Since && WarnTime < CloseTime && (EndedTime is not { } ended || WarnTime < ended);
}
