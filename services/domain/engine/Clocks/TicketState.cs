namespace SlaPlatform.Engine.Clocks;

/// <summary>Where a ticket stands.</summary>
public enum TicketState
{
    /// <summary>Being worked on.</summary>
    Open,

    /// <summary>Waiting on the customer.</summary>
    WaitingOnCustomer,

    /// <summary>Paused for another reason.</summary>
    Paused,

    /// <summary>Resolved; may be reopened.</summary>
    Resolved,

    /// <summary>Closed; may be reopened.</summary>
    Closed,

    /// <summary>Goes on in another ticket; takes no more facts.</summary>
    Merged,
}
