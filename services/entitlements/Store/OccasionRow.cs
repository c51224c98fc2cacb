using NodaTime;
using SlaPlatform.Engine.Obligations;

namespace SlaPlatform.Entitlements.Store;

/// <summary>Something that plans owe something for.</summary>
internal sealed class OccasionRow
{
    /// <summary>Whose it is: <c>accounts/{account}</c> or <c>policies/{policy}</c>.</summary>
    public required string Parent { get; init; }

    public required string Id { get; init; }

    public required Occasion Kind { get; init; }

    public required Instant EventTime { get; init; }

    public required string Reference { get; init; }

    /// <summary>When the account was told of it; null where telling is not what is owed.</summary>
    public Instant? NoticeTime { get; init; }

    public required Instant RecordTime { get; init; }
}
