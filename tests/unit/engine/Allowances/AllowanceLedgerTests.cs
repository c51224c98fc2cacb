using NodaTime;
using SlaPlatform.Engine.Allowances;
using static SlaPlatform.Engine.Tests.Allowances.Allowing;

namespace SlaPlatform.Engine.Tests.Allowances;

public sealed class AllowanceLedgerTests
{
    private static readonly Duration Day = Duration.FromDays(1);

    [Fact]
    public void Decide_ReserveAndSettleLess_GivesTheRestBack()
    {
        var ledger = Gold();
        ledger.Done("2026-03-02 10:00", new LedgerCommand.Reserve("r", 5, "workshop", Day));
        ledger.Done("2026-03-02 18:00", new LedgerCommand.Settle("r", 3.25m));

        Assert.Equal((12, 7, 5, 0), ledger.At("2026-03-02 12:00"));
        Assert.Equal((12, 8.75m, 0, 3.25m), ledger.At("2026-03-02 18:00"));
    }

    [Fact]
    public void Decide_SettleMore_NeedsBalance()
    {
        var ledger = Gold();
        ledger.Done("2026-03-02 10:00", new LedgerCommand.Reserve("r", 5, "", Day));

        Assert.Equal(LedgerRefusalKind.InsufficientBalance, ledger.Refused("2026-03-02 11:00", new LedgerCommand.Settle("r", 12.25m)));
        ledger.Done("2026-03-02 11:00", new LedgerCommand.Settle("r", 12));
        Assert.Equal((12, 0, 0, 12), ledger.At("2026-03-02 11:00"));
    }

    [Fact]
    public void Decide_SettledReleasedOrLapsed_IsHeldNoMore()
    {
        var ledger = Gold();
        foreach (var id in new[] { "settled", "released", "lapsed" })
        {
            ledger.Done("2026-03-02 10:00", new LedgerCommand.Reserve(id, 1, "", Day));
        }

        ledger.Done("2026-03-03 09:59", new LedgerCommand.Settle("settled", 1));
        ledger.Done("2026-03-03 09:59", new LedgerCommand.Release("released"));

        foreach (var id in new[] { "settled", "released", "lapsed", "unknown" })
        {
            Assert.Equal(LedgerRefusalKind.NotHeld, ledger.Refused("2026-03-03 10:00", new LedgerCommand.Settle(id, 1)));
            Assert.Equal(LedgerRefusalKind.NotHeld, ledger.Refused("2026-03-03 10:00", new LedgerCommand.Release(id)));
        }

        Assert.Equal((12, 11, 0, 1), ledger.At("2026-03-03 10:00"));
    }

    [Fact]
    public void Decide_HoldOverTheEndOfThePeriod_LapsesWithIt()
    {
        var ledger = Gold();
        ledger.Done("2026-03-31 10:00", new LedgerCommand.Reserve("r", 5, "", Duration.FromDays(90)));

        Assert.Equal(Times.At("2026-04-01 00:00", Brussels), ledger.State.Holds["r"].Until);
        Assert.Equal(
            ["2026-04-01 00:00 release 5", "2026-04-01 00:00 expire -12", "2026-04-01 00:00 renew 12"],
            ledger.Until("2026-04-02 00:00").Skip(ledger.Entries.Count).Select(Told));
    }

    [Fact]
    public void Decide_PlanTakenAwayWhileMostIsReserved_LeavesReservedAndConsumed()
    {
        var gold = Term(TamHours(12), "2026-03-01");
        var ledger = new Ledger(Terms(gold, gold.ChangedTo(TamHours(0), "2026-03-11 00:00")));
        ledger.Done("2026-03-02 10:00", new LedgerCommand.Reserve("r", 6, "", Duration.FromDays(20)));
        ledger.Done("2026-03-02 10:00", new LedgerCommand.Consume(4, "", null));

        Assert.Equal((10, 0, 6, 4), ledger.At("2026-03-11 00:00"));
        ledger.Done("2026-03-12 00:00", new LedgerCommand.Settle("r", 6));
        Assert.Equal((10, 0, 0, 10), ledger.At("2026-03-12 00:00"));
    }

    [Fact]
    public void Decide_ConsumeOfThePast_NeedsTheBalanceOfThatTimeAndSince()
    {
        var ledger = Gold();
        ledger.Done("2026-03-10 10:00", new LedgerCommand.Reserve("r", 10, "", Duration.FromDays(1)));
        ledger.Done("2026-03-11 09:00", new LedgerCommand.Release("r"));

        Assert.Equal(LedgerRefusalKind.InsufficientBalance, ledger.Refused("2026-03-12 10:00", Then("2026-03-09 10:00")));
        Assert.Equal(LedgerRefusalKind.InsufficientBalance, ledger.Refused("2026-03-12 10:00", Then("2026-03-10 12:00")));
        ledger.Done("2026-03-12 10:00", Then("2026-03-11 09:00"));
        Assert.Equal((12, 9, 0, 3), ledger.At("2026-03-11 09:00"));

        static LedgerCommand.Consume Then(string at) => new(3, "", Times.At(at, Brussels));
    }

    [Theory]
    [InlineData("2026-02-28 23:59", false)]
    [InlineData("2026-03-01 00:00", true)]
    [InlineData("2026-03-12 10:01", true)]
    [InlineData("2026-03-12 10:02", false)]
    public void Decide_ConsumeWithAnEffectiveTime_StaysInTheCurrentPeriod(string at, bool isTaken)
    {
        var decision = Gold().Tell("2026-03-12 10:00", new LedgerCommand.Consume(1, "", Times.At(at, Brussels)));

        Assert.Equal(isTaken, decision is LedgerDecision.Accepted);
        Assert.All(
            decision is LedgerDecision.Accepted accepted ? accepted.Turn.Entries : [],
            entry => Assert.True(entry.EffectiveTime <= Times.At("2026-03-12 10:00", Brussels), "Ahead means now."));
    }

    [Fact]
    public void Decide_UnsoundQuantities_AreRefused()
    {
        var ledger = Gold();
        foreach (var quantity in new[] { 0, -1, 0.1m, 0.125m })
        {
            Assert.Equal(LedgerRefusalKind.InvalidQuantity, ledger.Refused("2026-03-02 10:00", new LedgerCommand.Grant(quantity, "")));
            Assert.Equal(LedgerRefusalKind.InvalidQuantity, ledger.Refused("2026-03-02 10:00", new LedgerCommand.Consume(quantity, "", null)));
            Assert.Equal(LedgerRefusalKind.InvalidQuantity, ledger.Refused("2026-03-02 10:00", new LedgerCommand.Reserve("r", quantity, "", Day)));
        }

        Assert.Equal(LedgerRefusalKind.InvalidQuantity, ledger.Refused("2026-03-02 10:00", new LedgerCommand.Adjust(0, "", "ann")));
        Assert.Empty(ledger.Entries);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(91)]
    public void Decide_UnsoundHold_IsRefused(int days) => Assert.Equal(
        LedgerRefusalKind.InvalidHold, Gold().Refused("2026-03-02 10:00", new LedgerCommand.Reserve("r", 1, "", Duration.FromDays(days))));

    [Theory]
    [InlineData("2025-12-31 23:59")]
    [InlineData("2027-01-01 00:00")]
    public void Decide_OutsideTheTerm_IsRefused(string at) =>
        Assert.Equal(LedgerRefusalKind.NoCurrentPeriod, Gold().Refused(at, new LedgerCommand.Grant(1, "")));

    [Fact]
    public void Decide_Adjust_MovesTheBalanceButNotBelowZero()
    {
        var ledger = Gold();
        ledger.Done("2026-03-02 10:00", new LedgerCommand.Adjust(-11.75m, "booked elsewhere", "ann"));

        Assert.Equal(LedgerRefusalKind.InsufficientBalance, ledger.Refused("2026-03-02 11:00", new LedgerCommand.Adjust(-0.5m, "", "ann")));
        Assert.Equal(("booked elsewhere", "ann"), (ledger.Entries[^1].Reason, ledger.Entries[^1].Actor));
        Assert.Equal((0.25m, 0.25m, 0, 0), ledger.At("2026-03-02 11:00"));
    }

    [Fact]
    public void Decide_GrantBeyondThePlan_ExpiresWithThePeriod()
    {
        var ledger = Gold();
        ledger.Done("2026-03-02 10:00", new LedgerCommand.Grant(3, "goodwill"));

        Assert.Equal((15, 15, 0, 0), ledger.At("2026-03-02 10:00"));
        Assert.Equal((12, 12, 0, 0), ledger.At("2026-04-01 00:00"));
    }

    [Fact]
    public void Decide_ClockThatRunsBack_TakesTheLastRecordTime()
    {
        var ledger = Gold();
        ledger.Done("2026-03-02 10:00", new LedgerCommand.Consume(1, "", null));
        ledger.Done("2026-03-02 09:00", new LedgerCommand.Consume(1, "", null));

        Assert.Equal(Times.At("2026-03-02 10:00", Brussels), ledger.Entries[^1].RecordTime);
    }

    private static Ledger Gold() => new(Terms(Term(TamHours(12))));
}
