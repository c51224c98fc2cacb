namespace SlaPlatform.Engine.Triage.Exclusions;

/// <summary>How an exclusion decision stands.</summary>
public enum ExclusionState
{
    /// <summary>Nothing was decided.</summary>
    None,

    /// <summary>The clause excludes the ticket.</summary>
    Decided,

    /// <summary>It excludes the ticket, and the customer objects.</summary>
    Appealed,

    /// <summary>It does not exclude the ticket after all.</summary>
    Reversed,

    /// <summary>The ticket's clock did not take the decision: it excludes nothing.</summary>
    Refused,
}
