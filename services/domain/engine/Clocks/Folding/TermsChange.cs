using NodaTime;

namespace SlaPlatform.Engine.Clocks.Folding;

/// <summary>A fact that changed the ruling level or the plan.</summary>
/// <param name="At">When.</param>
/// <param name="Before">How many facts came before it.</param>
internal readonly record struct TermsChange(Instant At, int Before);
