namespace SlaPlatform.Engine.Clocks;

/// <summary>Why a fact cannot be recorded.</summary>
/// <param name="Kind">What sort of refusal it is.</param>
/// <param name="Field">The field that was wrong.</param>
/// <param name="Description">What was wrong and what to do.</param>
public sealed record Refusal(RefusalKind Kind, string Field, string Description);
