namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>A pending automatic closing as stored.</summary>
internal sealed record CloseData
{
    public required long Sequence { get; init; }

    public required string Since { get; init; }

    public required string Warn { get; init; }

    public required string Close { get; init; }
}
