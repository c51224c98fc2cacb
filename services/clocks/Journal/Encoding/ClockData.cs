namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>A clock that runs on, as stored; units as decimal text, for they do not fit a JSON number.</summary>
internal sealed record ClockData
{
    public required int Plan { get; init; }

    public required int Level { get; init; }

    public required string Start { get; init; }

    public required string FirstLine { get; init; }

    public required string From { get; init; }

    public required string Before { get; init; }

    public string? Due { get; init; }

    public required string?[] Reached { get; init; }
}
