namespace SlaPlatform.Engine.Clocks.Folding;

/// <summary>What happened at a mark.</summary>
internal enum MarkKind
{
    Received,

    /// <summary>The automatic acknowledgement was sent.</summary>
    Acknowledged,
    AgentResponded,
    CustomerReplied,
    Confirmed,
    WorkaroundProvided,
    Resolved,
    Reopened,
    Ended,
    Retargeted,
}
