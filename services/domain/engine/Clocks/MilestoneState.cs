namespace SlaPlatform.Engine.Clocks;

/// <summary>How a milestone stands.</summary>
public enum MilestoneState
{
    /// <summary>What starts it has not happened, or its start waits for an opening.</summary>
    NotStarted,

    /// <summary>Counting towards its due time.</summary>
    Running,

    /// <summary>Stopped for now; it has no due time.</summary>
    Paused,

    /// <summary>Met in time; exactly at its due time counts.</summary>
    Met,

    /// <summary>Past its due time and not met.</summary>
    Breached,

    /// <summary>Met after its due time.</summary>
    MetLate,

    /// <summary>Not owed; the milestone says why.</summary>
    Exempt,

    /// <summary>The ticket ended before it was met or breached.</summary>
    Cancelled,

    /// <summary>Promised without a due time.</summary>
    Untimed,
}
