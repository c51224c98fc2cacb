namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>What was raised of something that can still change, as stored: the signal if it stands, else its key.</summary>
internal sealed record KeptData
{
    public required int Times { get; init; }

    public SignalData? Standing { get; init; }

    public KeyData? Key { get; init; }
}
