namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>A plan reference as stored, with everything that names its terms for ever.</summary>
internal sealed record PlanData
{
    public required string Revision { get; init; }

    public required string Plan { get; init; }

    public required string TimeZone { get; init; }

    public SortedDictionary<string, string>? Readings { get; init; }

    public ExceptionData[]? Holidays { get; init; }

    public SortedDictionary<string, CalendarData>? Calendars { get; init; }
}
