using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Allowances.Booking;

namespace SlaPlatform.Engine.Allowances;

/// <summary>
/// The ledger of one allowance of one subscription: a pure function of its entries, the subscription's terms and the time. A turn first posts what the time has
/// brought since the last entry (renewals, lapses, expiries, pro-ratings), each dated when it happened, then what was asked for; so whether a ledger is
/// touched early, late or often changes no entry of it.
/// </summary>
public static class AllowanceLedger
{
    /// <summary>How far ahead of the record time an effective time may lie; it is taken as the record time.</summary>
    public static Duration Tolerance { get; } = Duration.FromMinutes(1);

    /// <summary>The longest that a reservation may hold: 90 days.</summary>
    public static Duration LongestHold { get; } = Duration.FromDays(90);

    /// <summary>Posts what the time has brought.</summary>
    /// <param name="state">What the entries so far come to.</param>
    /// <param name="terms">The subscription's terms.</param>
    /// <param name="now">The present; earlier than the last entry is taken as that.</param>
    public static LedgerTurn Advance(LedgerState state, AllowanceTerms terms, Instant now)
    {
        var recordTime = Instant.Max(now, state.AsOf);
        return Advanced(state, AllowanceSchedule.Of(terms, recordTime), recordTime).Turn;
    }

    /// <summary>Carries out a command, or refuses it with everything that is wrong.</summary>
    /// <param name="state">What the entries so far come to.</param>
    /// <param name="terms">The subscription's terms.</param>
    /// <param name="command">The command.</param>
    /// <param name="now">The present; earlier than the last entry is taken as that.</param>
    /// <param name="periodEntries">The stored entries of the current period, or null: asked for by <see cref="LedgerDecision.NeedsEntries"/> where the command reaches back.</param>
    public static LedgerDecision Decide(
        LedgerState state, AllowanceTerms terms, LedgerCommand command, Instant now, IReadOnlyCollection<LedgerEntry>? periodEntries = null)
    {
        var recordTime = Instant.Max(now, state.AsOf);
        var schedule = AllowanceSchedule.Of(terms, recordTime);
        var draft = Advanced(state, schedule, recordTime);
        if (schedule.Current is not { } period)
        {
            return Refused(new LedgerRefusal(LedgerRefusalKind.NoCurrentPeriod, "The subscription is not in its term, or its plan grants nothing of this now; see its dates and plan."));
        }

        if (CommandRules.Faults(command, period, draft.State, recordTime) is { IsEmpty: false } faults)
        {
            return new LedgerDecision.Refused(faults);
        }

        var floor = draft.State.Available;
        if (command is LedgerCommand.Consume { EffectiveTime: { } effective } && effective < recordTime)
        {
            if (periodEntries is null)
            {
                return new LedgerDecision.NeedsEntries(period.Start);
            }

            floor = LeastAvailable(floor, [.. periodEntries, .. draft.Turn.Entries], effective);
        }

        return Deciding.Apply(draft, command, period, recordTime, floor) is { } refusal ? Refused(refusal) : new LedgerDecision.Accepted(draft.Turn);
    }

    /// <summary>How an allowance stood at a time, by effective time.</summary>
    /// <param name="entries">The entries of the period that covers it, or all; <see cref="Advance"/>d to that time or later.</param>
    /// <param name="terms">The subscription's terms.</param>
    /// <param name="at">The time.</param>
    /// <returns>The balance; null when there was no period then.</returns>
    public static AllowanceBalance? BalanceAt(IEnumerable<LedgerEntry> entries, AllowanceTerms terms, Instant at) =>
        AllowanceSchedule.Of(terms, at).Current is { } period
            ? AllowanceBalance.Of(period, entries.Where(entry => entry.PeriodStart == period.Start && entry.EffectiveTime <= at))
            : null;

    private static LedgerDraft Advanced(LedgerState state, AllowanceSchedule schedule, Instant recordTime)
    {
        var draft = new LedgerDraft(state);
        Elapsing.Until(draft, schedule, recordTime);
        return draft;
    }

    private static decimal LeastAvailable(decimal available, ImmutableArray<LedgerEntry> entries, Instant since)
    {
        var least = available;
        foreach (var moment in entries.Where(entry => entry.EffectiveTime > since).GroupBy(entry => entry.EffectiveTime).OrderByDescending(moment => moment.Key))
        {
            available -= moment.Sum(entry => entry.On(LedgerAccount.Available));
            least = Math.Min(least, available);
        }

        return least;
    }

    private static LedgerDecision.Refused Refused(LedgerRefusal refusal) => new([refusal]);
}
