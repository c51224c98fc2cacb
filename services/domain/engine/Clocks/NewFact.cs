using NodaTime;

namespace SlaPlatform.Engine.Clocks;

/// <summary>A fact that is to be recorded.</summary>
/// <param name="Fact">What is told.</param>
/// <param name="EffectiveTime">When it was true; null for the record time.</param>
public sealed record NewFact(Fact Fact, Instant? EffectiveTime);
