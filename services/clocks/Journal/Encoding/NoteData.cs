using SlaPlatform.Clocks.Tickets;

namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>A fact's note as stored.</summary>
internal sealed record NoteData
{
    public string? Actor { get; init; }

    public string? Reason { get; init; }

    public string? Import { get; init; }

    public Intake? Intake { get; init; }
}
