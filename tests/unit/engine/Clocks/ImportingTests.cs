using NodaTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Tests.Policies;
using static SlaPlatform.Engine.Policies.MilestoneKind;

namespace SlaPlatform.Engine.Tests.Clocks;

public sealed class ImportingTests
{
    private static readonly PlanBook Book = new PolicyBuilder().Within(InitialResponse, "30m").Within(Resolution, "2h").Book();
    private static readonly Instant Now = Times.At("2026-06-01 11:00");

    [Fact]
    public void Import_WholeTicket_StandsAsIfItHadBeenToldInTime()
    {
        var imported = Import("2026-06-01 08:00", ("2026-06-01 08:20", Told.Answer), ("2026-06-01 08:30", Told.Waiting), ("2026-06-01 10:10", Told.Reply), ("2026-06-01 10:50", Told.Resolved));
        var live = Ticket.Open(Book, "2026-06-01 08:00")
            .At("2026-06-01 08:20", Told.Answer).At("2026-06-01 08:30", Told.Waiting).At("2026-06-01 10:10", Told.Reply).At("2026-06-01 10:50", Told.Resolved);

        Assert.Equal(
            TicketClock.View(live.Log, Book, Now).Milestones.Select(milestone => (milestone.Id, milestone.State, milestone.DueTime, milestone.MetTime, milestone.Consumed)),
            TicketClock.View(imported.Log, Book, Now).Milestones.Select(milestone => (milestone.Id, milestone.State, milestone.DueTime, milestone.MetTime, milestone.Consumed)));
    }

    [Fact]
    public void Import_BreachedBeforeNow_RaisesNothingOfIt()
    {
        var turn = Import("2026-06-01 08:00", ("2026-06-01 09:00", Told.Answer));

        Assert.Empty(turn.Signals);
        Assert.Equal("MetLate", TicketClock.View(turn.Log, Book, Now).Milestones.Single(milestone => milestone.Id.Kind == InitialResponse).State.ToString());
    }

    [Fact]
    public void View_RungsBehindASilentImport_AreCountedAcrossCheckpoints()
    {
        var book = new PolicyBuilder().Ladder("a", "b", "c").Climb(new Escalation.AtInterval("ladder", Times.Amount("1h"), "24x7")).Within(Resolution, "8h").Book();
        var opening = new Fact.Opened { Plan = book.Terms.Keys.Single(), ClaimedLevel = 1, SignalsFrom = Now };
        var turn = Assert.IsType<Decision.Accepted>(TicketClock.Import("t-1", book, opening, Times.At("2026-06-01 08:00"), [new NewFact(Told.Answer, Times.At("2026-06-01 10:30"))], Now)).Turn;

        var resolved = Assert.IsType<Decision.Accepted>(TicketClock.Record(turn.Log, book, [new NewFact(Told.Resolved, null)], Times.At("2026-06-01 11:30"))).Turn;

        Assert.Empty(turn.Signals);
        Assert.Equal(2, TicketClock.View(turn.Log, book, Now).RungsReached);
        Assert.Equal(3, TicketClock.View(resolved.Log, book, Times.At("2026-06-01 12:00")).RungsReached);
        var since = TicketLog.From("t-1", TicketClock.Checkpoint(resolved.Log, book)!);
        Assert.Equal(3, TicketClock.View(since, book, Times.At("2026-06-01 12:00")).RungsReached);
    }

    [Fact]
    public void Import_StillRunning_IsWokenForWhatComesDue()
    {
        var turn = Import("2026-06-01 10:00", ("2026-06-01 10:45", Told.Answer));

        Assert.Equal(Times.At("2026-06-01 12:00") + Duration.FromMilliseconds(1), turn.NextWake);
        var later = TicketClock.Advance(turn.Log, Book, Times.At("2026-06-01 13:00"));
        Assert.All(later.Signals, signal => Assert.True(signal.DueTime >= Now, $"{signal.Kind} was due {signal.DueTime}."));
        Assert.Contains(later.Signals, signal => signal.Kind == SignalKind.Breached && signal.DueTime == Times.At("2026-06-01 12:00"));
    }

    [Fact]
    public void Import_SignalsFromAnEarlierTime_RaisesWhatWasDueSinceWithoutLateness()
    {
        var turn = Import("2026-06-01 08:00", Times.At("2026-06-01 10:00"));

        var breach = Assert.Single(turn.Signals, signal => signal.Kind == SignalKind.Breached);
        Assert.Equal((Times.At("2026-06-01 10:00"), Now, Duration.Zero), (breach.DueTime, breach.RaisedTime, breach.Lateness));
    }

    [Fact]
    public void Import_FactsInAnyOrder_AreTakenInTheOrderInWhichTheyWereTrue()
    {
        var turn = Import("2026-06-01 08:00", ("2026-06-01 10:00", Told.Resume), ("2026-06-01 09:00", Told.Pause()));

        Assert.Equal(["opened", "paused", "resumed"], turn.Facts.Select(fact => fact.Fact.Name));
        Assert.Equal([1L, 2, 3], turn.Facts.Select(fact => fact.Sequence));
        Assert.All(turn.Facts, fact => Assert.Equal(Now, fact.RecordTime));
        Assert.Equal(Times.At("2026-06-01 09:00"), turn.Facts[1].EffectiveTime);
    }

    [Fact]
    public void Import_FactsThatCannotBe_AreAllNamedByTheirPlaceAndNothingIsTaken() => Assert.Equal(
        [(RefusalKind.BeforeOpening, "facts[2].effective_time"), (RefusalKind.IllegalNow, "facts[1].resumed"), (RefusalKind.InFuture, "facts[3].effective_time")],
        Assert.IsType<Decision.Refused>(Decide(
            "2026-06-01 08:00",
            Now,
            ("2026-06-01 10:00", Told.Resolved),
            ("2026-06-01 09:00", Told.Resume),
            ("2026-06-01 07:00", Told.Answer),
            ("2026-06-01 12:00", Told.Closed))).Refusals.Select(refusal => (refusal.Kind, refusal.Field)));

    [Fact]
    public void Import_AFactMoreThanATicketHolds_IsRefused()
    {
        var facts = Enumerable.Repeat(("2026-06-01 09:00", Told.Answer), TicketClock.MostFacts - 1).ToArray();

        Assert.Equal(TicketClock.MostFacts, Assert.IsType<Decision.Accepted>(Decide("2026-06-01 08:00", Now, facts)).Turn.Facts.Length);
        var refused = Assert.IsType<Decision.Refused>(Decide("2026-06-01 08:00", Now, [.. facts, ("2026-06-01 10:00", Told.Answer)]));
        Assert.Equal(RefusalKind.TooManyFacts, Assert.Single(refused.Refusals).Kind);
    }

    [Fact]
    public void Import_LevelThatThePolicyLacks_IsRefused()
    {
        var opening = new Fact.Opened { Plan = Book.Terms.Keys.Single(), ClaimedLevel = 9 };

        Assert.Equal("claimed_level", Assert.IsType<Decision.Refused>(TicketClock.Import("t", Book, opening, Now, [], Now)).Refusals.Single().Field);
    }

    private static Turn Import(string received, params (string At, Fact Fact)[] facts) => Assert.IsType<Decision.Accepted>(Decide(received, Now, facts)).Turn;

    private static Turn Import(string received, Instant signalsFrom) => Assert.IsType<Decision.Accepted>(Decide(received, signalsFrom)).Turn;

    private static Decision Decide(string received, Instant signalsFrom, params (string At, Fact Fact)[] facts) => TicketClock.Import(
        "t-1",
        Book,
        new Fact.Opened { Plan = Book.Terms.Keys.Single(), ClaimedLevel = 1, SignalsFrom = signalsFrom },
        Times.At(received),
        [.. facts.Select(told => new NewFact(told.Fact, Times.At(told.At)))],
        Now);
}
