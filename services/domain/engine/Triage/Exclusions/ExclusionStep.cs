using NodaTime;

namespace SlaPlatform.Engine.Triage.Exclusions;

/// <summary>A step of an exclusion decision.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="EffectiveTime">From when it counts.</param>
/// <param name="IsRefused">Whether the ticket's clock refused it for good; such a step does not count.</param>
public sealed record ExclusionStep(ExclusionStepKind Kind, Instant EffectiveTime, bool IsRefused = false);
