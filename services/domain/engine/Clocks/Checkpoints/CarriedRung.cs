using NodaTime;

namespace SlaPlatform.Engine.Clocks.Checkpoints;

/// <summary>A rung that stays reached.</summary>
/// <param name="Key">What makes it the same rung.</param>
/// <param name="Due">When it was reached.</param>
/// <param name="Role">The role that it called.</param>
public sealed record CarriedRung(SignalKey Key, Instant Due, string Role);
