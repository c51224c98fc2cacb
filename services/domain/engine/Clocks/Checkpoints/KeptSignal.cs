namespace SlaPlatform.Engine.Clocks.Checkpoints;

/// <summary>What was raised of something that can still change.</summary>
/// <param name="Key">What it is about.</param>
/// <param name="Times">How often it was raised.</param>
/// <param name="Standing">The signal, if it stands; null when it was retracted.</param>
public sealed record KeptSignal(SignalKey Key, int Times, Signal? Standing);
