namespace SlaPlatform.BusinessTime;

/// <summary>Why a stretch of time counts or does not.</summary>
public enum SegmentKind
{
    /// <summary>Open time.</summary>
    Counted,

    /// <summary>Outside every window.</summary>
    Closed,

    /// <summary>A date closed by a named holiday.</summary>
    Holiday,

    /// <summary>Time of a civil amount, which passes whether or not anything is open.</summary>
    Elapsed,
}
