using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Tests.Policies;

namespace SlaPlatform.Engine.Tests.Clocks.Checkpoints;

public sealed class CheckpointTests
{
    private const int Every = 50;

    private static readonly PlanBook Book = new PolicyBuilder()
        .Promise(MilestoneKind.InitialResponse, Within("1h"))
        .Promise(MilestoneKind.FollowUp, new Commitment.Every(Timing("4h")))
        .Promise(MilestoneKind.Update, new Commitment.Every(Timing("8h")))
        .Promise(MilestoneKind.Resolution, Within("30h"))
        .Ladder("lead", "manager")
        .Climb(new Escalation.OnBreach("ladder"))
        .Exclude("clause")
        .Book();

    public static TheoryData<string> Continuing => ["agent_responded", "customer_replied", "waiting_on_customer", "paused", "confirmed", "handed_over", "workaround_provided", "excluded", "resolved", "closed", "merged"];

    [Theory]
    [MemberData(nameof(Continuing))]
    public void Record_FactInOrderSinceACheckpoint_NeedsNoMore(string name)
    {
        var since = Since(Spoken());

        Assert.IsType<Decision.Accepted>(Record(since, Fact(name), "2026-06-01 12:00"));
    }

    [Theory]
    [InlineData("severity_changed")]
    [InlineData("plan_changed")]
    public void Record_FactThatGovernsSinceACheckpoint_NeedsTheWholeRecord(string name) =>
        Assert.IsType<Decision.NeedsWhole>(Record(Since(Spoken()), Fact(name), "2026-06-01 12:00"));

    [Fact]
    public void Record_ReopeningSinceACheckpoint_NeedsTheWholeRecord() =>
        Assert.IsType<Decision.NeedsWhole>(Record(Since(Spoken().At("2026-06-01 11:30", Told.Resolved)), Told.Reopened, "2026-06-01 12:00"));

    [Theory]
    [InlineData("agent_responded")]
    [InlineData("customer_replied")]
    [InlineData("confirmed")]
    [InlineData("workaround_provided")]
    public void Record_FirstFactOfAKindThatStartsMilestones_NeedsTheWholeRecord(string name) =>
        Assert.IsType<Decision.NeedsWhole>(Record(Since(Ticket.Open(Book, "2026-06-01 08:00")), Fact(name), "2026-06-01 12:00"));

    [Theory]
    [InlineData("agent_responded", true)]
    [InlineData("paused", true)]
    [InlineData("resolved", true)]
    [InlineData("excluded", false)]
    [InlineData("confirmed", false)]
    public void Record_FactOfTheVeryInstantOfTheCheckpoint_NeedsTheWholeRecordIfItJudgesTheInstant(string name, bool continues) =>
        Assert.Equal(continues, Record(Since(Spoken()), Fact(name), "2026-06-01 11:00") is Decision.Accepted);

    [Fact]
    public void Record_LateFactBeforeTheCheckpoint_NeedsTheWholeRecord() =>
        Assert.IsType<Decision.NeedsWhole>(Record(Since(Spoken()), Told.Reply, "2026-06-01 12:00", "2026-06-01 10:00"));

    [Fact]
    public void Record_LateFactAfterTheCheckpoint_NeedsNoMore() =>
        Assert.IsType<Decision.Accepted>(Record(Since(Spoken()), Told.Reply, "2026-06-01 12:00", "2026-06-01 11:30"));

    [Fact]
    public void Record_BeforeTheOpening_IsRefusedWithoutTheWholeRecord() =>
        Assert.IsType<Decision.Refused>(Record(Since(Spoken()), Told.Reply, "2026-06-01 12:00", "2026-06-01 07:00"));

    [Theory]
    [InlineData("2026-06-06 10:00", "2026-06-06 11:00", "2026-06-08 09:30")]
    [InlineData("2026-06-08 09:00", "2026-06-08 09:00", "2026-06-08 09:30")]
    public void Record_HandOverNotAfterAStartThatLiesAheadOfTheCheckpoint_CountsFromTheStartOnItsLine(string reached, string handedOver, string warned)
    {
        // From Monday's opening nine hours of the developers' end on Tuesday at 09:30; around the clock they would be too short for the warning.
        var book = new PolicyBuilder()
            .Calendar("developers", "UTC", "mon-fri 08:30-17:00")
            .Within(MilestoneKind.Resolution, "9h", with: timing => timing with
            {
                Start = new StartRule.NextOpening("office", StartEvent.Received),
                Lines = timing.Lines.Add("development", "developers"),
                Warnings = [new Warning.BeforeDue(Duration.FromHours(24))],
            })
            .Book();
        var ticket = Ticket.Open(book, "2026-06-06 10:00");
        ticket = reached == "2026-06-06 10:00" ? ticket : ticket.At(reached, Told.Pause());
        var since = TicketLog.From("t-1", TicketClock.Checkpoint(ticket.Log, book)!);
        var told = ImmutableArray.Create(new NewFact(Told.To("development"), Times.At(handedOver)));

        var turn = Assert.IsType<Decision.Accepted>(TicketClock.Record(since, book, told, Times.At(handedOver))).Turn;

        Assert.Equal(Times.At(warned) + Duration.FromMilliseconds(1), turn.NextWake);
        Assert.Equal(Assert.IsType<Decision.Accepted>(TicketClock.Record(ticket.Log, book, told, Times.At(handedOver))).Turn.NextWake, turn.NextWake);
    }

    [Fact]
    public void Record_SignalRaisedTwiceBeforeACheckpoint_IsRaisedAThirdTimeUnderItsThirdId()
    {
        var book = new PolicyBuilder().Promise(MilestoneKind.Resolution, Within("1h"), 1, new TargetCondition.ConfirmedCause("vendor")).Book();
        var ticket = Ticket.Open(book, "2026-06-01 09:00").At("2026-06-01 12:00", Told.Confirmed())
            .At("2026-06-01 12:10", Told.Confirmed("customer")).At("2026-06-01 12:20", Told.Confirmed()).At("2026-06-01 12:30", Told.Confirmed("customer"));

        AssertSame(ticket, book, Told.Confirmed(), "2026-06-01 12:40");
    }

    [Fact]
    public void Record_EarlierDueTimeKeptByTheSecondTarget_ClimbsByThatTargetsPauses()
    {
        var policy = new PolicyBuilder().Ladder("lead", "manager");
        foreach (var (level, amount, pausedBy) in new[] { (2, "30h", "paused"), (1, "20h", "") })
        {
            policy.Within(MilestoneKind.Resolution, amount, level: level, pausedBy: pausedBy, with: timing => timing with { OnChange = ChangeRule.KeepEarlier })
                .Climb(new Escalation.AtInterval("ladder", Times.Amount("3h"), "24x7"), level);
        }

        var book = policy.Book();
        var ticket = Ticket.Open(book, "2026-06-01 08:00", level: 2).At("2026-06-01 09:00", Told.Pause()).At("2026-06-01 09:30", Told.Claim(1), Told.Verify(1))
            .At("2026-06-01 10:00", Told.Resume).At("2026-06-01 10:30", Told.Reply);

        AssertSame(ticket, book, Told.Pause(), "2026-06-01 12:00");
    }

    [Fact]
    public void Record_RungClimbedForAnEndedMilestoneOfTheSameReopening_IsNotClimbedAgainForTheOther()
    {
        var policy = new PolicyBuilder().Ladder("lead", "manager");
        foreach (var (level, follows) in new[] { (1, MilestoneKind.Update), (2, MilestoneKind.Resolution) })
        {
            policy.Every(MilestoneKind.Update, "48h", level: level)
                .Within(MilestoneKind.Resolution, "48h", level: level, with: timing => timing with { OnReopen = ReopenRule.NewCycle })
                .Climb(new Escalation.AtInterval("ladder", Times.Amount(level == 1 ? "1h" : "4h"), "24x7", follows), level);
        }

        var book = policy.Book();
        var ticket = Ticket.Open(book, "2026-06-01 08:00").At("2026-06-01 08:10", Told.Answer).At("2026-06-01 08:20", Told.Resolved).At("2026-06-01 08:30", Told.Reopened)
            .At("2026-06-01 09:45", Told.Answer).At("2026-06-01 09:50", Told.Verify(2)).At("2026-06-01 11:00", Told.Reply);
        var since = TicketLog.From("t-1", TicketClock.Checkpoint(ticket.Log, book)!);

        Assert.Equal("2026-06-01 16:30:00.001", Times.Reading(TicketClock.NextWake(ticket.Log, book)!.Value));
        Assert.Equal("2026-06-01 16:30:00.001", Times.Reading(TicketClock.NextWake(since, book)!.Value));
    }

    [Fact]
    public void Checkpoint_ExemptMilestoneWhoseLadderLiesBeyondTheCalendars_IsNone()
    {
        var book = new PolicyBuilder()
            .Promise(MilestoneKind.Resolution, Within("8h"), 1, new TargetCondition.Production())
            .Ladder("lead", "manager", "director")
            .Climb(new Escalation.AtInterval("ladder", Times.Amount("120 months"), "office"))
            .Book();

        Assert.Null(TicketClock.Checkpoint(Ticket.Open(book, "2026-06-01 08:00").Log, book));
    }

    [Fact]
    public void FoldVersion_NamesTheCodeThatCountsTime() =>
        Assert.Contains(typeof(Instant).Module.ModuleVersionId.ToString("N"), TicketClock.FoldVersion, StringComparison.Ordinal);

    [Fact]
    public void FoldVersionWith_AnotherModule_IsAnotherVersionOfTheSameFold()
    {
        var version = TicketClock.FoldVersionWith(typeof(CheckpointTests).Module);

        Assert.StartsWith(TicketClock.FoldVersion, version, StringComparison.Ordinal);
        Assert.NotEqual(TicketClock.FoldVersionWith(typeof(FactAttribute).Module), version);
        Assert.NotEqual(TicketClock.FoldVersion, version);
    }

    [Fact]
    public void Explain_SinceACheckpoint_IsRefused() => Assert.Throws<ArgumentException>(() =>
        TicketClock.Explain(Since(Spoken()), Book, new MilestoneId(MilestoneKind.Resolution, 1), Times.At("2026-06-01 12:00")));

    [Fact]
    public void Record_SinceACheckpoint_CostsTheSameAtTenThousandFacts()
    {
        var log = Ticket.Open(Book, "2026-06-01 08:00").Log;
        var now = Times.At("2026-06-01 08:00");
        var (early, late) = (0L, 0L);
        while (log.FactCount < TicketClock.MostFacts)
        {
            now += Duration.FromMinutes(log.FactCount % 7 == 0 ? 600 : 20);
            var before = GC.GetAllocatedBytesForCurrentThread();
            log = Turn(log, log.FactCount % 2 == 0 ? Told.Reply : Told.Answer, now).Log;
            if (log.Facts.Count + log.Signals.Count >= Every)
            {
                log = TicketLog.From(log.TicketId, TicketClock.Checkpoint(log, Book)!);
            }

            var spent = GC.GetAllocatedBytesForCurrentThread() - before;
            (early, late) = (early + (log.FactCount is > 100 and <= 1_100 ? spent : 0), late + (log.FactCount > TicketClock.MostFacts - 1_000 ? spent : 0));
        }

        Assert.InRange(late, 0, early * 11 / 10);
    }

    /// <summary>That a fact adds the same signals, and the same to come, to a record and to one since a checkpoint of it.</summary>
    private static void AssertSame(Ticket ticket, PlanBook book, Fact fact, string at)
    {
        var since = TicketLog.From("t-1", TicketClock.Checkpoint(ticket.Log, book)!);
        var (expected, actual) = (Turn(ticket.Log), Turn(since));
        Assert.NotEmpty(expected.Signals);
        Assert.Equal(expected.Signals, actual.Signals);
        Assert.Equal(expected.NextWake, actual.NextWake);

        Turn Turn(TicketLog log) => Assert.IsType<Decision.Accepted>(TicketClock.Record(log, book, [new NewFact(fact, Times.At(at))], Times.At(at))).Turn;
    }

    private static Ticket Spoken() => Ticket.Open(Book, "2026-06-01 08:00")
        .At("2026-06-01 08:30", Told.Answer).At("2026-06-01 09:00", Told.Reply).At("2026-06-01 10:00", Told.Confirmed()).At("2026-06-01 11:00", Told.Workaround);

    private static TicketLog Since(Ticket ticket) => TicketLog.From(ticket.Log.TicketId, TicketClock.Checkpoint(ticket.Log, Book)!);

    private static Decision Record(TicketLog log, Fact fact, string recorded, string? effective = null) =>
        TicketClock.Record(log, Book, [new NewFact(fact, Times.At(effective ?? recorded))], Times.At(recorded));

    /// <summary>A turn as a service takes it: on the whole record where it must be. The first facts of each kind come before the first checkpoint.</summary>
    private static Turn Turn(TicketLog log, Fact fact, Instant now) =>
        Assert.IsType<Decision.Accepted>(TicketClock.Record(log, Book, [new NewFact(fact, now)], now)).Turn;

    private static Fact Fact(string name) => name switch
    {
        "agent_responded" => Told.Answer,
        "customer_replied" => Told.Reply,
        "waiting_on_customer" => Told.Waiting,
        "paused" => Told.Pause(),
        "confirmed" => Told.Confirmed("customer"),
        "handed_over" => Told.To("development"),
        "severity_changed" => Told.Verify(1),
        "plan_changed" => Told.Move("plan"),
        "workaround_provided" => Told.Workaround,
        "excluded" => Told.Exclude(),
        "resolved" => Told.Resolved,
        "closed" => Told.Closed,
        _ => new Fact.Merged("t-2"),
    };

    private static Commitment.Within Within(string amount) => new(Timing(amount));

    private static Timing Timing(string amount) => new() { Amount = Times.Amount(amount), Calendar = "office" };
}
