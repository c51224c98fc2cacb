using NodaTime;

namespace SlaPlatform.Engine.Allowances.Booking;

/// <summary>Carries out one command on a ledger that is up to date.</summary>
internal static class Deciding
{
    /// <summary>Adds the command's entry, or says what stands in the way.</summary>
    /// <param name="draft">The ledger, with all that the time has brought.</param>
    /// <param name="command">The command, sound in itself.</param>
    /// <param name="period">The current period.</param>
    /// <param name="now">The record time.</param>
    /// <param name="floor">The least that was available from the command's effective time on.</param>
    public static LedgerRefusal? Apply(LedgerDraft draft, LedgerCommand command, AllowancePeriod period, Instant now, decimal floor)
    {
        if (floor < Needed(command, draft.State))
        {
            return new LedgerRefusal(
                LedgerRefusalKind.InsufficientBalance,
                $"It takes {Needed(command, draft.State)} and {floor} is available; ask for less, or have more granted.");
        }

        switch (command)
        {
            case LedgerCommand.Grant grant:
                draft.Move(Entry(LedgerOperation.Grant, grant.Reason), LedgerAccount.Granted, LedgerAccount.Available, grant.Quantity);
                break;
            case LedgerCommand.Adjust adjust:
                draft.Move(Entry(LedgerOperation.Adjust, adjust.Reason) with { Actor = adjust.Actor }, LedgerAccount.Granted, LedgerAccount.Available, adjust.Quantity);
                break;
            case LedgerCommand.Reserve reserve:
                var until = Instant.Min(now + reserve.Hold, period.End);
                draft.Move(
                    Entry(LedgerOperation.Reserve, reserve.Purpose) with { Reservation = reserve.Id, HoldUntil = until },
                    LedgerAccount.Available, LedgerAccount.Reserved, reserve.Quantity);
                break;
            case LedgerCommand.Settle settle:
                var held = draft.State.Holds[settle.Id].Quantity;
                draft.Move(
                    Entry(LedgerOperation.Settle, "") with { Reservation = settle.Id },
                    new Posting(LedgerAccount.Reserved, -held),
                    new Posting(LedgerAccount.Consumed, settle.Quantity),
                    new Posting(LedgerAccount.Available, held - settle.Quantity));
                break;
            case LedgerCommand.Release release:
                draft.Move(
                    Entry(LedgerOperation.Release, "") with { Reservation = release.Id },
                    LedgerAccount.Reserved, LedgerAccount.Available, draft.State.Holds[release.Id].Quantity);
                break;
            case LedgerCommand.Consume consume:
                draft.Move(
                    Entry(LedgerOperation.Consume, consume.Purpose) with { EffectiveTime = Instant.Min(consume.EffectiveTime ?? now, now) },
                    LedgerAccount.Available, LedgerAccount.Consumed, consume.Quantity);
                break;
        }

        return null;

        LedgerEntry Entry(LedgerOperation operation, string reason) => LedgerDraft.Entry(operation, now, period.Start, reason);
    }

    private static decimal Needed(LedgerCommand command, LedgerState state) => command switch
    {
        LedgerCommand.Reserve reserve => reserve.Quantity,
        LedgerCommand.Consume consume => consume.Quantity,
        LedgerCommand.Adjust adjust => Math.Max(0, -adjust.Quantity),
        LedgerCommand.Settle settle => Math.Max(0, settle.Quantity - state.Holds[settle.Id].Quantity),
        _ => 0,
    };
}
