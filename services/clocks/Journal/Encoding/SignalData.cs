namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>A signal as stored.</summary>
internal sealed record SignalData
{
    public required string Id { get; init; }

    public required string Kind { get; init; }

    public required string About { get; init; }

    public string? Milestone { get; init; }

    public required long Occurrence { get; init; }

    public string? Detail { get; init; }

    public string? KeyDue { get; init; }

    public required string Due { get; init; }

    public required string Raised { get; init; }

    public required string Lateness { get; init; }

    public string? Role { get; init; }

    public string? Retracts { get; init; }

    public long? Cause { get; init; }
}
