namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>What a signal is about, as stored.</summary>
internal sealed record KeyData
{
    public required string Kind { get; init; }

    public string? Milestone { get; init; }

    public required long Occurrence { get; init; }

    public string? Detail { get; init; }

    public string? Due { get; init; }
}
