namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>An event for watchers as stored: a journal record, or a due time that moved.</summary>
internal sealed record EventData
{
    public required int V { get; init; }

    public required string Ticket { get; init; }

    public required string Account { get; init; }

    public required int Level { get; init; }

    public EntryData? Entry { get; init; }

    public string? Milestone { get; init; }

    public long Occurrence { get; init; }

    public string? State { get; init; }

    public string? Due { get; init; }

    public bool Retargeted { get; init; }
}
