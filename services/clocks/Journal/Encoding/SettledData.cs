namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>An occurrence that ended, as stored.</summary>
internal sealed record SettledData
{
    public required string Milestone { get; init; }

    public required long Occurrence { get; init; }

    public required int Ordinal { get; init; }

    public required string State { get; init; }

    public required int Plan { get; init; }

    public required int Level { get; init; }

    public string? Start { get; init; }

    public string? Due { get; init; }

    public string? Consumed { get; init; }

    public string? Remaining { get; init; }

    public string? Met { get; init; }

    public string? Breach { get; init; }

    public string? Reason { get; init; }
}
