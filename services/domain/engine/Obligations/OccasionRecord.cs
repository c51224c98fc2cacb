using NodaTime;

namespace SlaPlatform.Engine.Obligations;

/// <summary>Something that happened, or is going to, that plans may owe something for.</summary>
/// <param name="Id">Its id, unique among those of the account.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Time">When.</param>
/// <param name="Reference">What it was for readers: a release, a window, a request.</param>
public sealed record OccasionRecord(string Id, Occasion Kind, Instant Time, string Reference)
{
    /// <summary>When the account was told of it, which meets what is owed for it; null where telling is not what is owed.</summary>
    public Instant? NoticeTime { get; init; }
}
