namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>A fact's instant, or a breach's with its milestone, as stored.</summary>
internal sealed record MomentData
{
    public required long Sequence { get; init; }

    public required string At { get; init; }

    public string? Milestone { get; init; }
}
