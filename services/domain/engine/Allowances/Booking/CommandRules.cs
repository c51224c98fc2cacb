using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Allowances.Booking;

/// <summary>What is wrong with a command whatever the balance is.</summary>
internal static class CommandRules
{
    public static ImmutableArray<LedgerRefusal> Faults(LedgerCommand command, AllowancePeriod period, LedgerState state, Instant now)
    {
        LedgerRefusal?[] found = command switch
        {
            LedgerCommand.Grant grant => [Positive(grant.Quantity, period)],
            LedgerCommand.Reserve reserve => [Positive(reserve.Quantity, period), Hold(reserve.Hold)],
            LedgerCommand.Settle settle => [Positive(settle.Quantity, period), Held(settle.Id, state)],
            LedgerCommand.Release release => [Held(release.Id, state)],
            LedgerCommand.Consume consume => [Positive(consume.Quantity, period), Within(consume.EffectiveTime, period, now)],
            LedgerCommand.Adjust adjust => [adjust.Quantity == 0 ? Invalid("It is zero; give more or less than that.") : Multiple(adjust.Quantity, period)],
            _ => [],
        };
        return [.. found.OfType<LedgerRefusal>()];
    }

    private static LedgerRefusal? Positive(decimal quantity, AllowancePeriod period) =>
        quantity > 0 ? Multiple(quantity, period) : Invalid($"It is {quantity}; give more than zero.");

    private static LedgerRefusal? Multiple(decimal quantity, AllowancePeriod period) =>
        quantity % period.Rule.Step == 0 ? null : Invalid($"It is {quantity}; give a multiple of {period.Rule.Step}.");

    private static LedgerRefusal? Hold(Duration hold) => hold > Duration.Zero && hold <= AllowanceLedger.LongestHold
        ? null
        : new LedgerRefusal(LedgerRefusalKind.InvalidHold, $"It is {hold.TotalHours:0.##} hours; give more than zero and at most {AllowanceLedger.LongestHold.Days} days.");

    private static LedgerRefusal? Held(string id, LedgerState state) => state.Holds.ContainsKey(id)
        ? null
        : new LedgerRefusal(LedgerRefusalKind.NotHeld, $"Reservation {id} is not held: it was settled or released, or its hold ended; reserve anew.");

    private static LedgerRefusal? Within(Instant? effective, AllowancePeriod period, Instant now) =>
        effective > now + AllowanceLedger.Tolerance
            ? new LedgerRefusal(LedgerRefusalKind.OutsidePeriod, $"It is in the future (it is {now}); consume what was used, and reserve what will be.")
            : effective < period.Start
            ? new LedgerRefusal(LedgerRefusalKind.OutsidePeriod, $"It is before {period.Start}, when the current period began; correct the balance with an adjustment instead.")
            : null;

    private static LedgerRefusal Invalid(string description) => new(LedgerRefusalKind.InvalidQuantity, description);
}
