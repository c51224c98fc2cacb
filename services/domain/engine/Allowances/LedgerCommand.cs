using NodaTime;

namespace SlaPlatform.Engine.Allowances;

/// <summary>What somebody asks of a ledger. Quantities are in units and multiples of the allowance's step.</summary>
public abstract record LedgerCommand
{
    private LedgerCommand()
    {
    }

    /// <summary>Adds units beyond the plan's.</summary>
    /// <param name="Quantity">More than zero.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Grant(decimal Quantity, string Reason) : LedgerCommand;

    /// <summary>Sets units aside, until the hold or the period ends.</summary>
    /// <param name="Id">The reservation's id; new in this ledger.</param>
    /// <param name="Quantity">More than zero.</param>
    /// <param name="Purpose">What for; may be empty.</param>
    /// <param name="Hold">For how long; more than zero, at most <see cref="AllowanceLedger.LongestHold"/>.</param>
    public sealed record Reserve(string Id, decimal Quantity, string Purpose, Duration Hold) : LedgerCommand;

    /// <summary>Turns a reservation into consumption.</summary>
    /// <param name="Id">The reservation's id.</param>
    /// <param name="Quantity">More than zero: less than reserved gives the rest back, more takes from what is available.</param>
    public sealed record Settle(string Id, decimal Quantity) : LedgerCommand;

    /// <summary>Gives a reservation back.</summary>
    /// <param name="Id">The reservation's id.</param>
    public sealed record Release(string Id) : LedgerCommand;

    /// <summary>Uses units without a reservation.</summary>
    /// <param name="Quantity">More than zero.</param>
    /// <param name="Purpose">What for; may be empty.</param>
    /// <param name="EffectiveTime">When, within the current period and not after now; null for now.</param>
    public sealed record Consume(decimal Quantity, string Purpose, Instant? EffectiveTime) : LedgerCommand;

    /// <summary>Corrects the balance.</summary>
    /// <param name="Quantity">More or less than zero.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Actor">Who.</param>
    public sealed record Adjust(decimal Quantity, string Reason, string Actor) : LedgerCommand;
}
