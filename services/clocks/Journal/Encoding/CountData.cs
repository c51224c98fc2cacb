namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>How many occurrences ended in a state, as stored.</summary>
internal sealed record CountData
{
    public required string Milestone { get; init; }

    public required string State { get; init; }

    public required int Count { get; init; }
}
