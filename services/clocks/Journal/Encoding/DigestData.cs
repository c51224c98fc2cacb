namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>A ticket's summary as stored.</summary>
internal sealed record DigestData
{
    public required int V { get; init; }

    public required string Ticket { get; init; }

    public required string Account { get; init; }

    public required string Plan { get; init; }

    public required int Level { get; init; }

    public required string Label { get; init; }

    public int? Claimed { get; init; }

    public int? Verified { get; init; }

    public required string State { get; init; }

    public required bool Ended { get; init; }

    public string? End { get; init; }

    public string? NextDue { get; init; }

    public string? NextDueKind { get; init; }

    public Dictionary<string, string>? Dues { get; init; }

    public required int Breaches { get; init; }

    public required string Received { get; init; }

    public string? Reference { get; init; }

    public required int Facts { get; init; }
}
