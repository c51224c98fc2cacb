namespace SlaPlatform.Engine.Allowances;

/// <summary>Where units stand. The balances of all of them always sum to zero.</summary>
public enum LedgerAccount
{
    /// <summary>What was granted: the contra account, zero or less.</summary>
    Granted,

    /// <summary>What can be reserved or consumed; never negative.</summary>
    Available,

    /// <summary>What is held by reservations; never negative.</summary>
    Reserved,

    /// <summary>What was used; never negative.</summary>
    Consumed,

    /// <summary>What was left at the end of a period; never negative.</summary>
    Expired,
}
