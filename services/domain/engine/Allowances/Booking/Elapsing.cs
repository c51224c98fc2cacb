using NodaTime;

namespace SlaPlatform.Engine.Allowances.Booking;

/// <summary>Posts what the terms and the holds cause by themselves, each at its own time.</summary>
internal static class Elapsing
{
    private const string HoldEnded = "The hold ended.";
    private const string PeriodEnded = "The period ended.";
    private const string PlanChanged = "The plan changed for the rest of the period.";
    private const string CarriedOver = "Carried over from the period before.";

    /// <summary>Posts everything after the ledger's last entry and up to a time, inclusive.</summary>
    public static void Until(LedgerDraft draft, AllowanceSchedule schedule, Instant now)
    {
        var posted = draft.State.AsOf;
        (Instant At, decimal Quantity) carried = default;
        foreach (var step in schedule.Steps.Where(step => step.At > posted && step.At <= now))
        {
            Lapse(draft, step.At, HoldEnded, hold => hold.Until <= step.At);
            switch (step)
            {
                case AllowanceStep.Opened opened:
                    Move(draft, LedgerOperation.Renew, opened, "", opened.Quantity);
                    // Nothing is carried over a time without a period.
                    Move(draft, LedgerOperation.Grant, opened, CarriedOver, carried.At == opened.At ? carried.Quantity : 0);
                    break;
                case AllowanceStep.Changed changed:
                    // Reserved and consumed units stay: only what is available can be taken.
                    Move(draft, LedgerOperation.Prorate, changed, PlanChanged, Math.Max(changed.Quantity, -draft.State.Available));
                    break;
                case AllowanceStep.Closed closed:
                    carried = (closed.At, Close(draft, closed));
                    break;
            }
        }

        Lapse(draft, now, HoldEnded, hold => hold.Until <= now);
    }

    private static decimal Close(LedgerDraft draft, AllowanceStep.Closed closed)
    {
        Lapse(draft, closed.At, PeriodEnded, static _ => true);
        var left = draft.State.Available;
        draft.Move(LedgerDraft.Entry(LedgerOperation.Expire, closed.At, closed.PeriodStart, PeriodEnded), LedgerAccount.Available, LedgerAccount.Expired, left);
        return closed.CarriesOver ? left : 0;
    }

    private static void Lapse(LedgerDraft draft, Instant at, string reason, Func<AllowanceHold, bool> ends)
    {
        foreach (var hold in draft.State.Holds.Values.Where(ends).OrderBy(hold => hold.Until).ThenBy(hold => hold.Id, StringComparer.Ordinal).ToList())
        {
            var entry = LedgerDraft.Entry(LedgerOperation.Release, Instant.Min(at, hold.Until), draft.State.PeriodStart!.Value, reason) with { Reservation = hold.Id };
            draft.Move(entry, LedgerAccount.Reserved, LedgerAccount.Available, hold.Quantity);
        }
    }

    private static void Move(LedgerDraft draft, LedgerOperation operation, AllowanceStep step, string reason, decimal quantity) =>
        draft.Move(LedgerDraft.Entry(operation, step.At, step.PeriodStart, reason), LedgerAccount.Granted, LedgerAccount.Available, quantity);
}
