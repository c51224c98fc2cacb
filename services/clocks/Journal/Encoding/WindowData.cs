namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>A window as stored; the weekday (ISO, Monday is 1) only where it has one.</summary>
internal sealed record WindowData
{
    public int? Day { get; init; }

    public required string Open { get; init; }

    public required string Close { get; init; }
}
