namespace SlaPlatform.Engine.Policies;

/// <summary>What a change of severity or plan does to a milestone that is not met.</summary>
public enum ChangeRule
{
    /// <summary>The new target counts from the original start, with the same pauses.</summary>
    Retroactive,

    /// <summary>The new target counts from the change.</summary>
    Restart,

    /// <summary>The earlier of the old and the new due time holds.</summary>
    KeepEarlier,
}
