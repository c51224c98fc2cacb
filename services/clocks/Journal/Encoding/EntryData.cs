namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>A journal record as stored: exactly one of the two.</summary>
internal sealed record EntryData
{
    public required int V { get; init; }

    public FactData? Fact { get; init; }

    public SignalData? Signal { get; init; }
}
