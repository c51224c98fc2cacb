namespace SlaPlatform.Engine.Policies;

/// <summary>What reopening a resolved ticket does to a milestone that its resolution had met.</summary>
public enum ReopenRule
{
    /// <summary>The clock goes on; the time while the ticket was resolved does not count.</summary>
    Resume,

    /// <summary>The clock starts again from the reopening.</summary>
    Restart,

    /// <summary>The met occurrence stays met; a new occurrence starts at the reopening.</summary>
    NewCycle,
}
