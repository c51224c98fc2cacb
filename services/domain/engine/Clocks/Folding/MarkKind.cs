namespace SlaPlatform.Engine.Clocks.Folding;

/// <summary>What happened at a mark.</summary>
internal enum MarkKind
{
    Received,
    AgentResponded,
    CustomerReplied,
    Confirmed,
    WorkaroundProvided,
    Resolved,
    Reopened,
    Ended,
}
