using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Engine.Allowances;
using SlaPlatform.Entitlements.Store;

namespace SlaPlatform.Entitlements.Allowances;

/// <summary>Between entries and their rows.</summary>
internal static class LedgerRows
{
    public static LedgerEntryRow Of(AllowanceName name, LedgerEntry entry) => new()
    {
        AccountId = name.Account,
        SubscriptionId = name.Subscription,
        Feature = name.Feature,
        Sequence = entry.Sequence,
        RecordTime = entry.RecordTime,
        EffectiveTime = entry.EffectiveTime,
        PeriodStart = entry.PeriodStart,
        Operation = entry.Operation,
        Reason = entry.Reason,
        Actor = entry.Actor,
        Reservation = entry.Reservation,
        HoldUntil = entry.HoldUntil,
        Granted = entry.On(LedgerAccount.Granted),
        Available = entry.On(LedgerAccount.Available),
        Reserved = entry.On(LedgerAccount.Reserved),
        Consumed = entry.On(LedgerAccount.Consumed),
        Expired = entry.On(LedgerAccount.Expired),
    };

    public static LedgerEntry ToEntry(this LedgerEntryRow row) => new()
    {
        Sequence = row.Sequence,
        RecordTime = row.RecordTime,
        EffectiveTime = row.EffectiveTime,
        PeriodStart = row.PeriodStart,
        Operation = row.Operation,
        Reason = row.Reason,
        Actor = row.Actor,
        Reservation = row.Reservation,
        HoldUntil = row.HoldUntil,
        Postings =
        [
            .. new[]
            {
                new Posting(LedgerAccount.Granted, row.Granted),
                new Posting(LedgerAccount.Available, row.Available),
                new Posting(LedgerAccount.Reserved, row.Reserved),
                new Posting(LedgerAccount.Consumed, row.Consumed),
                new Posting(LedgerAccount.Expired, row.Expired),
            }.Where(posting => posting.Quantity != 0),
        ],
    };
}
