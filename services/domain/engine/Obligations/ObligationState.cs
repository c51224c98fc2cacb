namespace SlaPlatform.Engine.Obligations;

/// <summary>How an obligation stands.</summary>
public enum ObligationState
{
    /// <summary>Not yet done, not yet late.</summary>
    Due,

    /// <summary>Done in time.</summary>
    Done,

    /// <summary>Done after it was due.</summary>
    DoneLate,

    /// <summary>Not done, and late.</summary>
    Missed,
}
