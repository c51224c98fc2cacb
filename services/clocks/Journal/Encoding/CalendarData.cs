namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>A business calendar as stored.</summary>
internal sealed record CalendarData
{
    public required string Id { get; init; }

    public required string Zone { get; init; }

    public bool Always { get; init; }

    public WindowData[]? Windows { get; init; }

    public ExceptionData[]? Exceptions { get; init; }

    /// <summary>A duration, or <c>same_time</c>.</summary>
    public string? BusinessDay { get; init; }
}
