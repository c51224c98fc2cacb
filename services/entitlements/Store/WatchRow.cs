using NodaTime;

namespace SlaPlatform.Entitlements.Store;

/// <summary>How far the clock's events have been taken in.</summary>
internal sealed class WatchRow
{
    public required string Name { get; init; }

    public required byte[] ResumeToken { get; set; }

    public required Instant UpdateTime { get; set; }
}
