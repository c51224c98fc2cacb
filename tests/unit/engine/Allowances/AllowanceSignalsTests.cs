using SlaPlatform.Engine.Allowances;
using static SlaPlatform.Engine.Tests.Allowances.Allowing;

namespace SlaPlatform.Engine.Tests.Allowances;

public sealed class AllowanceSignalsTests
{
    private static readonly AllowanceTerms Monthly = Terms(Term(TamHours(12), "2026-03-01"));
    private static readonly AllowanceTerms Yearly = Terms(Term(ServiceDays(10)));

    [Fact]
    public void Of_BalanceAtAFifth_IsLowOnceInAPeriod()
    {
        var ledger = new Ledger(Monthly);
        ledger.Done("2026-03-02 10:00", new LedgerCommand.Consume(9.5m, "", null));
        Assert.Empty(Raised(ledger, Monthly, "2026-03-03 00:00"));

        ledger.Done("2026-03-04 10:00", new LedgerCommand.Consume(0.25m, "", null));
        ledger.Done("2026-03-05 10:00", new LedgerCommand.Grant(6, ""));
        ledger.Done("2026-03-06 10:00", new LedgerCommand.Consume(8, "", null));
        ledger.Done("2026-04-06 10:00", new LedgerCommand.Consume(12, "", null));

        Assert.Equal(
            ["2026-03-04 10:00 LowBalance 2.25", "2026-03-25 00:00 Expiring 0.25", "2026-04-06 10:00 LowBalance 0"],
            Raised(ledger, Monthly, "2026-04-30 00:00"));
    }

    [Fact]
    public void Of_YearWithSomethingLeft_IsExpiringThirtyAndSevenDaysBefore() => Assert.Equal(
        ["2026-12-02 00:00 Expiring 10", "2026-12-25 00:00 Expiring 10"], Raised(new Ledger(Yearly), Yearly, "2027-06-01 00:00"));

    [Fact]
    public void Of_YearWithNothingLeft_IsNotExpiring()
    {
        var ledger = new Ledger(Yearly);
        ledger.Done("2026-05-01 10:00", new LedgerCommand.Consume(10, "", null));

        Assert.Equal(["2026-05-01 10:00 LowBalance 0"], Raised(ledger, Yearly, "2027-06-01 00:00"));
    }

    [Fact]
    public void Of_UseThatIsToldLater_LeavesWhatWasRaised()
    {
        var ledger = new Ledger(Yearly);
        var before = Raised(ledger, Yearly, "2026-12-26 00:00").ToList();
        ledger.Done("2026-12-27 10:00", new LedgerCommand.Consume(10, "", Times.At("2026-11-01 10:00", Brussels)));

        Assert.Equal([.. before, "2026-12-27 10:00 LowBalance 0"], Raised(ledger, Yearly, "2026-12-31 00:00"));
    }

    [Fact]
    public void Of_TermCutShort_IsExpiringAtOnceWhenTheNoticeIsPast()
    {
        var year = Term(ServiceDays(10));
        var terms = Terms(year, year.Cancelled("2026-06-10 12:00", "2026-06-15 00:00"));

        Assert.Equal(["2026-06-10 12:00 Expiring 5", "2026-06-10 12:00 Expiring 5"], Raised(new Ledger(terms), terms, "2026-06-14 00:00"));
    }

    [Fact]
    public void Of_NothingGranted_SignalsNothing()
    {
        var basic = Terms(Term(TamHours(0)));

        Assert.Empty(Raised(new Ledger(basic), basic, "2026-12-31 00:00"));
    }

    private static IEnumerable<string> Raised(Ledger ledger, AllowanceTerms terms, string until) =>
        AllowanceSignals.Of(ledger.Until(until), terms, Times.At(until, Brussels))
            .Select(signal => $"{Times.Reading(signal.RaisedTime, Brussels)} {signal.Kind} {signal.Available:0.##}");
}
