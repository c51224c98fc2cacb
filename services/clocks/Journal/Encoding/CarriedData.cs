namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>An occurrence that had not ended, as stored; answered stretches as pairs of instants.</summary>
internal sealed record CarriedData
{
    public required string Milestone { get; init; }

    public required MomentData Event { get; init; }

    public string[]? Answered { get; init; }

    public required ClockData[] Clocks { get; init; }

    public ClockData[]? Ladders { get; init; }
}
