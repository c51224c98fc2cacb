namespace SlaPlatform.Clocks.Watching;

/// <summary>Why a watch ends by itself.</summary>
internal enum WatchEnd
{
    /// <summary>It did not keep up; it may resume.</summary>
    TooSlow,

    /// <summary>Events that it did not see are no longer kept.</summary>
    Expired,

    /// <summary>The service stops; it may resume.</summary>
    Stopping,
}
