using NodaTime;

namespace SlaPlatform.Engine.Clocks;

/// <summary>One stretch of a derivation, half-open.</summary>
/// <param name="From">Its first instant.</param>
/// <param name="To">The instant after it.</param>
/// <param name="Rule">Why it counts or does not.</param>
/// <param name="Detail">The holiday, the pause's reason or the clause; empty otherwise.</param>
/// <param name="Calendar">The id of the calendar that counted; empty where none did.</param>
/// <param name="Line">The line the ticket was with.</param>
/// <param name="Credited">The time it adds to what is consumed.</param>
/// <param name="BusinessDay">For business days, the length of one on the calendar; null otherwise.</param>
public sealed record DerivationSegment(
    Instant From, Instant To, DerivationRule Rule, string Detail, string Calendar, string Line, Duration Credited, Duration? BusinessDay);
