using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace SlaPlatform.Engine.Allowances;

/// <summary>Finds what a ledger signals: a pure function of its entries, the terms and the time. What was raised once stays as it was, whatever is booked later.</summary>
public static class AllowanceSignals
{
    /// <summary>The share of a period's grant at or below which its balance is low: 20 %.</summary>
    public const decimal LowShare = 0.2m;

    /// <summary>Everything raised up to a time, in the order in which it was raised.</summary>
    /// <param name="entries">All entries in order, <see cref="AllowanceLedger.Advance"/>d to that time.</param>
    /// <param name="terms">The subscription's terms.</param>
    /// <param name="now">The time.</param>
    public static ImmutableArray<AllowanceSignal> Of(IEnumerable<LedgerEntry> entries, AllowanceTerms terms, Instant now)
    {
        var found = ImmutableArray.CreateBuilder<AllowanceSignal>();
        var nearing = new Queue<AllowanceStep.Nearing>(AllowanceSchedule.Of(terms, now).Steps.OfType<AllowanceStep.Nearing>());
        var state = LedgerState.Empty;
        Instant? low = null;
        foreach (var entry in entries.Where(entry => entry.RecordTime <= now))
        {
            RaiseBefore(entry.RecordTime);
            state = state.With(entry);
            if (TakesAway(entry) && low != state.PeriodStart && state.Available <= state.Granted * LowShare)
            {
                low = state.PeriodStart;
                found.Add(Signal(AllowanceSignalKind.LowBalance, entry.RecordTime, days: null));
            }
        }

        RaiseBefore(Instant.MaxValue);
        return found.ToImmutable();

        // What was booked at an instant comes before what is raised at it.
        void RaiseBefore(Instant time)
        {
            while (nearing.TryPeek(out var step) && step.At < time)
            {
                nearing.Dequeue();
                if (state.PeriodStart == step.PeriodStart && state.Available > 0)
                {
                    found.Add(Signal(AllowanceSignalKind.Expiring, step.At, step.Days));
                }
            }
        }

        AllowanceSignal Signal(AllowanceSignalKind kind, Instant at, int? days)
        {
            var period = state.PeriodStart!.Value.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            var id = days is null ? $"{period}-low" : $"{period}-expiring-{days}";
            return new AllowanceSignal(id, kind, at, state.PeriodStart.Value, days, state.Available, state.Granted);
        }
    }

    // What expires by itself is no news: the end of the period was told before.
    private static bool TakesAway(LedgerEntry entry) => entry.Operation != LedgerOperation.Expire && entry.On(LedgerAccount.Available) < 0;
}
