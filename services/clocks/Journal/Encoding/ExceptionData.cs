namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>Dates that differ, as stored: one way of naming the dates, and a name (closed) or windows.</summary>
internal sealed record ExceptionData
{
    /// <summary>A literal date.</summary>
    public string? Date { get; init; }

    /// <summary>Month of a yearly date or weekday.</summary>
    public int? Month { get; init; }

    /// <summary>Day of a yearly date.</summary>
    public int? Day { get; init; }

    /// <summary>Weekday (ISO) of a yearly weekday.</summary>
    public int? Weekday { get; init; }

    /// <summary>Which of the month's weekdays.</summary>
    public int? Nth { get; init; }

    /// <summary>Days from Easter Sunday.</summary>
    public int? Easter { get; init; }

    public string? Name { get; init; }

    public WindowData[]? Windows { get; init; }
}
