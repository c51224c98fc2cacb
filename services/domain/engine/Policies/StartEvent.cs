namespace SlaPlatform.Engine.Policies;

/// <summary>An event that can start a milestone.</summary>
public enum StartEvent
{
    /// <summary>The ticket was received (the effective time of <c>opened</c>).</summary>
    Received,

    /// <summary>An agent responded to the customer; an automatic acknowledgement at opening counts too.</summary>
    AgentResponded,

    /// <summary>The customer replied and no agent has answered since.</summary>
    CustomerReplied,

    /// <summary>The vendor verified and reproduced the error.</summary>
    Confirmed,

    /// <summary>A workaround was provided.</summary>
    WorkaroundProvided,
}
