namespace SlaPlatform.Engine.Allowances;

/// <summary>Why a ledger refuses.</summary>
public enum LedgerRefusalKind
{
    /// <summary>The subscription is not in its term, or grants nothing of the feature now.</summary>
    NoCurrentPeriod,

    /// <summary>The quantity is zero, has the wrong sign, or is no multiple of the step.</summary>
    InvalidQuantity,

    /// <summary>Less is available than asked for, now or since the effective time.</summary>
    InsufficientBalance,

    /// <summary>There is no such reservation, or it is held no more.</summary>
    NotHeld,

    /// <summary>The effective time is before the current period, or after now.</summary>
    OutsidePeriod,

    /// <summary>The hold is not more than zero, or too long.</summary>
    InvalidHold,
}
