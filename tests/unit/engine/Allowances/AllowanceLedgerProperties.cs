using CsCheck;
using SlaPlatform.BusinessTime.Tests;
using SlaPlatform.Engine.Allowances;

namespace SlaPlatform.Engine.Tests.Allowances;

public sealed class AllowanceLedgerProperties
{
    [Fact]
    public void PostingsOfEveryEntrySumToZero() => Law.Holds(AllowanceHistory.All, history =>
        Assert.All(history.Run(touched: true).Entries, entry =>
        {
            Assert.Equal(0, entry.Postings.Sum(posting => posting.Quantity));
            Assert.DoesNotContain(entry.Postings, posting => posting.Quantity == 0);
        }));

    [Fact]
    public void NoBalanceIsEverNegative() => Law.Holds(AllowanceHistory.All, history =>
    {
        var ledger = history.Run(touched: true);
        var state = LedgerState.Empty;
        foreach (var entry in ledger.Entries)
        {
            state = state.With(entry);
            Assert.True(state is { Available: >= 0, Reserved: >= 0, Consumed: >= 0 }, $"After {entry.Sequence}: {state}");
            Assert.Equal(state.Reserved, state.Holds.Values.Sum(hold => hold.Quantity));
        }

        // Nor was it at any time in the light of what was told later.
        foreach (var at in ledger.Entries.Select(entry => entry.EffectiveTime).Distinct())
        {
            Assert.True(AllowanceLedger.BalanceAt(ledger.Entries, history.Terms, at) is null or { Available: >= 0, Reserved: >= 0, Consumed: >= 0 }, $"As of {at}.");
        }
    });

    [Fact]
    public void WhenALedgerIsTouchedChangesNoEntry() => Law.Holds(AllowanceHistory.All, history =>
        Assert.Equal(history.Run(touched: false).Entries, history.Run(touched: true).Entries));

    [Fact]
    public void ABalanceAsOfATimeIsTheFoldOfTheEntriesUntilThen() => Law.Holds(AllowanceHistory.All, history =>
    {
        var entries = history.Run(touched: false).Entries;
        foreach (var at in entries.Select(entry => entry.EffectiveTime).Distinct())
        {
            var known = entries.Where(entry => entry.EffectiveTime <= at).ToList();
            var balance = AllowanceLedger.BalanceAt(entries, history.Terms, at);
            Assert.Equal(known.Sum(entry => entry.On(LedgerAccount.Available)), balance?.Available ?? 0);
            Assert.Equal(known.Sum(entry => entry.On(LedgerAccount.Reserved)), balance?.Reserved ?? 0);
            Assert.Equal(balance?.Granted ?? 0, (balance?.Available + balance?.Reserved + balance?.Consumed) ?? 0);
        }
    });

    [Fact]
    public void TheStateIsTheFoldOfTheEntries() => Law.Holds(AllowanceHistory.All, history =>
    {
        var ledger = history.Run(touched: true);
        Assert.Equal(LedgerState.Of(ledger.Entries), ledger.State);
    });

    [Fact]
    public void SignalsOnceRaisedStay() => Law.Holds(AllowanceHistory.All, history =>
    {
        var entries = history.Run(touched: false).Entries;
        if (entries.Count == 0)
        {
            return;
        }

        var all = AllowanceSignals.Of(entries, history.Terms, entries[^1].RecordTime);
        Assert.Equal(all.Length, all.DistinctBy(signal => signal.Id).Count());
        foreach (var entry in entries)
        {
            var known = entries.Where(one => one.RecordTime <= entry.RecordTime);
            Assert.Equal(all.Where(signal => signal.RaisedTime <= entry.RecordTime), AllowanceSignals.Of(known, history.Terms, entry.RecordTime));
        }
    });
}
