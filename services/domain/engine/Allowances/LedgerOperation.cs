namespace SlaPlatform.Engine.Allowances;

/// <summary>What an entry of the ledger does.</summary>
public enum LedgerOperation
{
    /// <summary>Adds units beyond those of the plan: granted to available.</summary>
    Grant,

    /// <summary>Grants what the plan gives for a period that begins: granted to available.</summary>
    Renew,

    /// <summary>More or less for the rest of a period whose plan changed: granted to available, or back.</summary>
    Prorate,

    /// <summary>Sets units aside: available to reserved.</summary>
    Reserve,

    /// <summary>Turns a reservation into consumption: reserved to consumed, the rest back to available or more from there.</summary>
    Settle,

    /// <summary>Gives a reservation back, asked for or because its hold or its period ended: reserved to available.</summary>
    Release,

    /// <summary>Uses units without a reservation: available to consumed.</summary>
    Consume,

    /// <summary>Corrects the balance: granted to available, or back.</summary>
    Adjust,

    /// <summary>Takes what is left at the end of a period: available to expired.</summary>
    Expire,
}
