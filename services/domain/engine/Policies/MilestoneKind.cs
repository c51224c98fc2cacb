namespace SlaPlatform.Engine.Policies;

/// <summary>What a ticket's SLA clock follows.</summary>
public enum MilestoneKind
{
    /// <summary>From receipt to the first agent response.</summary>
    InitialResponse,

    /// <summary>The silence after each agent response, or after the oldest unanswered customer reply: the target's start says which.</summary>
    FollowUp,

    /// <summary>The longest silence allowed after each agent response.</summary>
    Update,

    /// <summary>From receipt, or what the target says, to the resolution.</summary>
    Resolution,
}
