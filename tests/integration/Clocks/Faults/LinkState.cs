namespace SlaPlatform.Integration.Tests.Clocks.Faults;

/// <summary>What a <see cref="FaultyLink"/> does.</summary>
internal sealed record LinkState
{
    /// <summary>Carries everything at once.</summary>
    public static LinkState Sound { get; } = new();

    /// <summary>Ends connections and takes no new ones.</summary>
    public static LinkState Cut { get; } = new() { Cuts = true };

    /// <summary>Carries nothing, and says nothing of it.</summary>
    public static LinkState Swallowing { get; } = new() { LosesRequests = true, LosesAnswers = true };

    /// <summary>Carries requests only: what is asked for happens, and nobody hears of it.</summary>
    public static LinkState HalfOpen { get; } = new() { LosesAnswers = true };

    public bool Cuts { get; private init; }

    public bool LosesRequests { get; private init; }

    public bool LosesAnswers { get; private init; }

    /// <summary>How long an answer is under way.</summary>
    public TimeSpan Latency { get; private init; }

    /// <summary>Delivers every answer later, in order.</summary>
    public static LinkState Late(TimeSpan latency) => new() { Latency = latency };
}
