namespace SlaPlatform.Clocks.Journal.Encoding;

/// <summary>A fact as stored. <see cref="Name"/> says which one, the fields it does not have stay out.</summary>
internal sealed record FactData
{
    public long Sequence { get; init; }

    public string? Effective { get; init; }

    public string? Recorded { get; init; }

    public required string Name { get; init; }

    public PlanData? Plan { get; init; }

    public int? Claimed { get; init; }

    public int? Verified { get; init; }

    public bool? Production { get; init; }

    public bool? Unusable { get; init; }

    public string? ExemptReason { get; init; }

    public string? SignalsFrom { get; init; }

    public string? Reason { get; init; }

    public string? Cause { get; init; }

    public string? Line { get; init; }

    public string? Actor { get; init; }

    public string? AgreedBy { get; init; }

    public string? Clause { get; init; }

    public string? Evidence { get; init; }

    public string? Into { get; init; }

    public string? Release { get; init; }

    public NoteData? Note { get; init; }
}
