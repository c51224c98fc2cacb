namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>A rung that stays reached, as stored.</summary>
internal sealed record RungData
{
    public required KeyData Key { get; init; }

    public required string Due { get; init; }

    public string? Role { get; init; }
}
