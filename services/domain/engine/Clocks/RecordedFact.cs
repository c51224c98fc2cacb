using NodaTime;

namespace SlaPlatform.Engine.Clocks;

/// <summary>A fact in a ticket's record.</summary>
/// <param name="Sequence">Its number among the ticket's facts in the order they were recorded, from 1; names the occurrences it starts.</param>
/// <param name="EffectiveTime">When it was true.</param>
/// <param name="RecordTime">When the system learnt it; never runs back within a ticket.</param>
/// <param name="Fact">What was told.</param>
public sealed record RecordedFact(long Sequence, Instant EffectiveTime, Instant RecordTime, Fact Fact);
