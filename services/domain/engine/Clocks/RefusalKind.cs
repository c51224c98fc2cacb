namespace SlaPlatform.Engine.Clocks;

/// <summary>What sort of refusal a fact met.</summary>
public enum RefusalKind
{
    /// <summary>A value of the fact is wrong whatever the ticket's state.</summary>
    InvalidValue,

    /// <summary>The effective time lies before the ticket was opened.</summary>
    BeforeOpening,

    /// <summary>The effective time lies in the future.</summary>
    InFuture,

    /// <summary>The ticket's state at the fact's effective time does not allow it.</summary>
    IllegalNow,

    /// <summary>The ticket holds as many facts as it may.</summary>
    TooManyFacts,
}
