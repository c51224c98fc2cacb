using NodaTime;

namespace SlaPlatform.Engine.Clocks;

/// <summary>Something the clock raised. Never erased: one that turns out not to be so is retracted by another.</summary>
public sealed record Signal
{
    /// <summary>Deterministic: the same facts with the same record times give the same id on every machine.</summary>
    public required string Id { get; init; }

    /// <summary>What it is about; for a retraction, what the retracted signal was about.</summary>
    public required SignalKey Key { get; init; }

    /// <summary>What it tells.</summary>
    public required SignalKind Kind { get; init; }

    /// <summary>The instant it is about: the due time of a breach, the time a milestone was met, the threshold's or rung's instant.</summary>
    public required Instant DueTime { get; init; }

    /// <summary>The record time at which it was raised.</summary>
    public required Instant RaisedTime { get; init; }

    /// <summary>How late it was raised: from the later of its due time and the record time of the fact that made it owed.</summary>
    public required Duration Lateness { get; init; }

    /// <summary>The role that a rung calls, in English; empty otherwise.</summary>
    public string Role { get; init; } = "";

    /// <summary>The id of the signal that a retraction withdraws, or null.</summary>
    public string? Retracts { get; init; }

    /// <summary>The sequence of the fact that caused a retraction, or null.</summary>
    public long? Cause { get; init; }
}
