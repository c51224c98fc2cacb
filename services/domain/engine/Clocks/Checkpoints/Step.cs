using NodaTime;

namespace SlaPlatform.Engine.Clocks.Checkpoints;

/// <summary>A value that holds from an instant on, until the next step.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="From">Its first instant.</param>
/// <param name="Value">The value.</param>
public readonly record struct Step<T>(Instant From, T Value);
