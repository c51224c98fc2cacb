using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Engine.Allowances;
using SlaPlatform.Entitlements.Store;

namespace SlaPlatform.Entitlements.Allowances;

/// <summary>The ledger of one allowance in the store. Decisions are made in a transaction that holds the account.</summary>
internal sealed class StoredLedger
{
    private readonly EntitlementsDb _db;
    private readonly AllowanceName _name;
    private readonly AllowanceRow? _row;
    private readonly List<AllowanceHoldRow> _holds;

    private StoredLedger(EntitlementsDb db, AllowanceName name, AllowanceRow? row, List<AllowanceHoldRow> holds)
    {
        (_db, _name, _row, _holds) = (db, name, row, holds);
        State = row is null ? LedgerState.Empty : new LedgerState
        {
            Sequence = row.Sequence,
            AsOf = row.AsOf,
            PeriodStart = row.PeriodStart,
            Granted = row.Granted,
            Available = row.Available,
            Reserved = row.Reserved,
            Consumed = row.Consumed,
            Holds = LedgerState.Empty.Holds.AddRange(
                holds.Select(hold => KeyValuePair.Create(hold.Reservation, new AllowanceHold(hold.Reservation, hold.Quantity, hold.Until)))),
        };
    }

    /// <summary>What the stored entries come to.</summary>
    public LedgerState State { get; }

    public static async Task<StoredLedger> OpenAsync(EntitlementsDb db, AllowanceName name, CancellationToken cancellation)
    {
        var row = await db.Allowances.FindAsync([name.Account, name.Subscription, name.Feature], cancellation);
        var holds = row is null or { Reserved: 0 } ? [] : await db.AllowanceHolds
            .Where(hold => hold.AccountId == name.Account && hold.SubscriptionId == name.Subscription && hold.Feature == name.Feature).ToListAsync(cancellation);
        return new StoredLedger(db, name, row, holds);
    }

    /// <summary>Carries a command out, or refuses it; entries are added to the transaction.</summary>
    /// <param name="terms">The subscription's terms.</param>
    /// <param name="command">The command.</param>
    /// <param name="reservation">The reservation it is about, or null.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellation">Cancels it.</param>
    public async Task DoAsync(AllowanceTerms terms, LedgerCommand command, ReservationName? reservation, Instant now, CancellationToken cancellation)
    {
        var decision = AllowanceLedger.Decide(State, terms, command, now);
        if (decision is LedgerDecision.NeedsEntries { PeriodStart: var period })
        {
            decision = AllowanceLedger.Decide(State, terms, command, now, await PeriodAsync(_db, _name, period, cancellation));
        }

        switch (decision)
        {
            case LedgerDecision.Accepted { Turn: var turn }:
                Append(turn);
                break;
            case LedgerDecision.Refused { Refusals: var refusals }:
                throw LedgerRefusals.Of(_name, reservation, refusals);
            default:
                throw new InvalidOperationException("A ledger with its entries decides.");
        }
    }

    /// <summary>The stored entries of a period, in order.</summary>
    public static async Task<ImmutableArray<LedgerEntry>> PeriodAsync(EntitlementsDb db, AllowanceName name, Instant period, CancellationToken cancellation) =>
        [.. (await Entries(db, name).Where(entry => entry.PeriodStart == period).OrderBy(entry => entry.Sequence).ToListAsync(cancellation)).Select(LedgerRows.ToEntry)];

    /// <summary>All entries of a ledger.</summary>
    public static IQueryable<LedgerEntryRow> Entries(EntitlementsDb db, AllowanceName name) => db.LedgerEntries.AsNoTracking()
        .Where(entry => entry.AccountId == name.Account && entry.SubscriptionId == name.Subscription && entry.Feature == name.Feature);

    private void Append(LedgerTurn turn)
    {
        _db.LedgerEntries.AddRange(turn.Entries.Select(entry => LedgerRows.Of(_name, entry)));
        var row = _row ?? _db.Allowances.Add(new AllowanceRow { AccountId = _name.Account, SubscriptionId = _name.Subscription, Feature = _name.Feature }).Entity;
        var after = turn.After;
        (row.Sequence, row.AsOf, row.PeriodStart) = (after.Sequence, after.AsOf, after.PeriodStart!.Value);
        (row.Granted, row.Available, row.Reserved, row.Consumed) = (after.Granted, after.Available, after.Reserved, after.Consumed);
        _db.AllowanceHolds.RemoveRange(_holds.Where(hold => !after.Holds.ContainsKey(hold.Reservation)));
        _db.AllowanceHolds.AddRange(after.Holds.Values.Where(hold => _holds.All(known => known.Reservation != hold.Id)).Select(hold => new AllowanceHoldRow
        {
            AccountId = _name.Account,
            SubscriptionId = _name.Subscription,
            Feature = _name.Feature,
            Reservation = hold.Id,
            Quantity = hold.Quantity,
            Until = hold.Until,
        }));
    }
}
