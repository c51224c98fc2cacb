namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>What holds a ticket up, as stored.</summary>
internal sealed record HoldData
{
    public string? Waiting { get; init; }

    public string? Pause { get; init; }
}
