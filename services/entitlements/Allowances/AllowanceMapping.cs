using NodaTime;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Engine.Allowances;
using SlaPlatform.Entitlements.Store;
using AllowanceUnit = SlaPlatform.Contracts.Entitlements.V1.AllowanceUnit;
using DomainEntry = SlaPlatform.Engine.Allowances.LedgerEntry;
using DomainSignal = SlaPlatform.Engine.Allowances.AllowanceSignal;
using DomainSignalKind = SlaPlatform.Engine.Allowances.AllowanceSignalKind;
using DomainUnit = SlaPlatform.Engine.Allowances.AllowanceUnit;
using LedgerEntry = SlaPlatform.Contracts.Entitlements.V1.LedgerEntry;
using Posting = SlaPlatform.Contracts.Entitlements.V1.Posting;

namespace SlaPlatform.Entitlements.Allowances;

/// <summary>From ledgers to the contract.</summary>
internal static class AllowanceMapping
{
    public static Allowance ToWire(this AllowanceBalance balance, AllowanceName name, string title) => new()
    {
        Name = name.Format(),
        Title = title,
        Unit = balance.Period.Rule.Unit switch
        {
            DomainUnit.Hours => AllowanceUnit.Hour,
            DomainUnit.Days => AllowanceUnit.ServiceDay,
            _ => AllowanceUnit.Session,
        },
        PeriodStartTime = balance.Period.Start.ToTimestamp(),
        PeriodEndTime = balance.Period.End.ToTimestamp(),
        Granted = balance.Granted.ToWire(),
        Reserved = balance.Reserved.ToWire(),
        Consumed = balance.Consumed.ToWire(),
        Available = balance.Available.ToWire(),
        Step = balance.Period.Rule.Step.ToWire(),
    };

    public static LedgerEntry ToWire(this DomainEntry entry, AllowanceName name) => new()
    {
        Sequence = entry.Sequence,
        RecordTime = entry.RecordTime.ToTimestamp(),
        EffectiveTime = entry.EffectiveTime.ToTimestamp(),
        PeriodStartTime = entry.PeriodStart.ToTimestamp(),
        Operation = LedgerCodes.Of(entry.Operation),
        Reason = entry.Reason,
        Actor = entry.Actor,
        Reservation = entry.Reservation is { } id ? name.Reservation(id).Format() : "",
        Postings = { entry.Postings.Select(posting => new Posting { LedgerAccount = LedgerCodes.Of(posting.Account), Quantity = posting.Quantity.ToWire() }) },
    };

    public static Contracts.Entitlements.V1.AllowanceSignal ToWire(this DomainSignal signal, AllowanceName name) => new()
    {
        Id = signal.Id,
        Allowance = name.Format(),
        Kind = signal.Kind == DomainSignalKind.LowBalance ? Contracts.Entitlements.V1.AllowanceSignalKind.LowBalance : Contracts.Entitlements.V1.AllowanceSignalKind.Expiring,
        RaiseTime = signal.RaisedTime.ToTimestamp(),
        PeriodStartTime = signal.PeriodStart.ToTimestamp(),
        NoticeDays = signal.NoticeDays ?? 0,
        Available = signal.Available.ToWire(),
        Granted = signal.Granted.ToWire(),
    };

    /// <summary>A reservation from the entry that made it and the one that closed it.</summary>
    public static Reservation ToReservation(this ReservationName name, DomainEntry made, DomainEntry? closed) => new()
    {
        Name = name.Format(),
        Quantity = made.On(LedgerAccount.Reserved).ToWire(),
        Purpose = made.Reason,
        ExpireTime = (made.HoldUntil ?? Instant.MinValue).ToTimestamp(),
        State = closed switch
        {
            null => ReservationState.Held,
            { Operation: LedgerOperation.Settle } => ReservationState.Settled,
            _ => ReservationState.Released,
        },
        SettledQuantity = closed is { Operation: LedgerOperation.Settle } ? closed.On(LedgerAccount.Consumed).ToWire() : "",
    };

    public static ReservationName Reservation(this AllowanceName name, string id) => new(name.Account, name.Subscription, name.Feature, id);
}
