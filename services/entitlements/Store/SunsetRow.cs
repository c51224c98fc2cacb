using NodaTime;

namespace SlaPlatform.Entitlements.Store;

/// <summary>The announced end of a feature.</summary>
internal sealed class SunsetRow
{
    public required string PolicyId { get; init; }

    public required string Id { get; init; }

    public required string Feature { get; init; }

    public required LocalDate NoticeDate { get; init; }

    public required LocalDate EndDate { get; init; }

    public required bool EquivalentOffered { get; init; }

    public required Instant RecordTime { get; init; }
}
