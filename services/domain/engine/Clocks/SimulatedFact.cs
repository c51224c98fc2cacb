using NodaTime;

namespace SlaPlatform.Engine.Clocks;

/// <summary>A fact of a simulated ticket.</summary>
/// <param name="Fact">What is told.</param>
/// <param name="EffectiveTime">When it was true.</param>
/// <param name="RecordTime">When the system learnt it; null for at once.</param>
public sealed record SimulatedFact(Fact Fact, Instant EffectiveTime, Instant? RecordTime = null)
{
    /// <summary>When the system learns it; never before it was true.</summary>
    public Instant Learnt => RecordTime is { } given ? Instant.Max(given, EffectiveTime) : EffectiveTime;
}
