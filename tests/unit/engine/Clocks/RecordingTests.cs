using System.Collections.Immutable;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Tests.Policies;
using static SlaPlatform.Engine.Policies.MilestoneKind;

namespace SlaPlatform.Engine.Tests.Clocks;

public sealed class RecordingTests
{
    private static PolicyBuilder Policy => new PolicyBuilder().Within(InitialResponse, "30m").Within(Resolution, "2h").Exclude("clause");

    public static TheoryData<string, Fact[], Fact> Illegal => new()
    {
        { "opened again", [], new Fact.Opened { Plan = PolicyBuilder.Reference("plan"), ClaimedLevel = 1 } },
        { "resumed without a pause", [], Told.Resume },
        { "reopened while open", [], Told.Reopened },
        { "resolved twice", [Told.Resolved], Told.Resolved },
        { "paused while resolved", [Told.Resolved], Told.Pause() },
        { "severity after closing", [Told.Closed], Told.Verify(2) },
        { "anything after merging", [new Fact.Merged("t-2")], Told.Reopened },
        { "handed to where it is", [], Told.To("first_line") },
        { "lifted without an exclusion", [], Told.Lift() },
        { "excluded twice", [Told.Exclude()], Told.Exclude() },
    };

    public static TheoryData<string, Fact> Invalid => new()
    {
        { "handed_over.line", Told.To("kitchen") },
        { "excluded.clause", Told.Exclude("other") },
        { "severity_changed.verified_level", Told.Verify(9) },
        { "severity_changed.claimed_level", Told.Claim(0) },
        { "plan_changed.plan", Told.Move("unknown") },
        { "severity_changed", new Fact.SeverityChanged { Reason = "", Actor = "" } },
    };

    [Theory]
    [MemberData(nameof(Illegal))]
    public void Record_IllegalFact_IsRefused(string why, Fact[] before, Fact fact)
    {
        var ticket = Ticket.Open(Policy, "2026-06-01 10:00").At("2026-06-01 10:10", before);

        var refusal = Assert.Single(Assert.IsType<Decision.Refused>(ticket.Decide("2026-06-01 11:00", "2026-06-01 11:00", fact)).Refusals);
        Assert.True(refusal.Kind == RefusalKind.IllegalNow, why);
    }

    [Theory]
    [MemberData(nameof(Invalid))]
    public void Record_InvalidValue_NamesTheField(string field, Fact fact) => Assert.Equal(
        (RefusalKind.InvalidValue, field),
        Assert.IsType<Decision.Refused>(Ticket.Open(Policy, "2026-06-01 10:00").Decide("2026-06-01 11:00", "2026-06-01 11:00", fact)).Refusals.Select(refusal => (refusal.Kind, refusal.Field)).Single());

    [Fact]
    public void Record_FactOfBeforeTheResolution_IsJudgedAtItsOwnTime()
    {
        var ticket = Ticket.Open(Policy, "2026-06-01 10:00").At("2026-06-01 11:00", Told.Resolved).Late("2026-06-01 11:30", "2026-06-01 10:30", Told.Pause()).Late("2026-06-01 11:30", "2026-06-01 10:40", Told.Resume);

        Assert.Equal(4, ticket.Log.Facts.Count);
        Assert.Empty(ticket.View.Voided);
    }

    [Fact]
    public void Record_SeveralFacts_AreJudgedTogetherAndOneRefusedRefusesAll()
    {
        var ticket = Ticket.Open(Policy, "2026-06-01 10:00");

        Assert.Equal(2, Assert.IsType<Decision.Accepted>(ticket.Decide("2026-06-01 11:00", "2026-06-01 11:00", Told.Resolved, Told.Reopened)).Turn.Facts.Length);
        Assert.Equal(2, Assert.IsType<Decision.Refused>(ticket.Decide("2026-06-01 11:00", "2026-06-01 11:00", Told.Resume, Told.Answer, Told.Lift())).Refusals.Length);
    }

    [Fact]
    public void Record_RefusedFactLaterThanAnother_DoesNotCloudTheOther()
    {
        // The refused fact lies after the automatic closing; the one told after it lies before, and only the first may be refused.
        var ticket = Ticket.Open(new PolicyBuilder().CloseAfter("1h", "10m"), "2026-06-01 10:00").At("2026-06-01 10:10", Told.Waiting);
        var facts = ImmutableArray.Create(new NewFact(Told.Answer, Times.At("2026-06-01 12:00")), new NewFact(Told.Answer, Times.At("2026-06-01 10:30")));

        Assert.Single(Assert.IsType<Decision.Refused>(TicketClock.Record(ticket.Log, ticket.Book, facts, Times.At("2026-06-01 12:00"))).Refusals);
    }

    [Theory]
    [InlineData("2026-06-01 11:01:00", true)]
    [InlineData("2026-06-01 11:01:00.001", false)]
    [InlineData("2099-01-01 00:00", false)]
    [InlineData("2026-06-01 10:00", true)]
    [InlineData("2026-06-01 09:59:59.999", false)]
    public void Record_EffectiveTime_MayLieFromTheOpeningToAMinuteAhead(string effective, bool accepted) =>
        Assert.Equal(accepted, Ticket.Open(Policy, "2026-06-01 10:00").Decide("2026-06-01 11:00", effective, Told.Answer) is Decision.Accepted);

    [Fact]
    public void Record_UpToAMinuteAhead_IsTakenAsNow() => Assert.Equal(
        Times.At("2026-06-01 10:10"), Ticket.Open(Policy, "2026-06-01 10:00").Late("2026-06-01 10:10", "2026-06-01 10:10:30", Told.Answer).Log.Facts[1].EffectiveTime);

    [Fact]
    public void Record_ClockSteppedBack_KeepsTheRecordTimeRunningForward()
    {
        var ticket = Ticket.Open(Policy, "2026-06-01 10:00").At("2026-06-01 11:00", Told.Answer);
        var turn = Assert.IsType<Decision.Accepted>(TicketClock.Record(ticket.Log, ticket.Book, [new NewFact(Told.Resolved, null)], Times.At("2026-06-01 10:15"))).Turn;

        Assert.Equal(Times.At("2026-06-01 11:00"), turn.RecordTime);
        Assert.Equal((Times.At("2026-06-01 11:00"), Times.At("2026-06-01 11:00")), (turn.Facts[0].EffectiveTime, turn.Facts[0].RecordTime));
        Assert.True(TicketClock.Advance(turn.Log, ticket.Book, Times.At("2026-06-01 10:15")).IsEmpty);
    }

    [Fact]
    public void Record_MoreFactsThanATicketHolds_IsRefused()
    {
        var ticket = Ticket.Open(new PolicyBuilder(), "2026-06-01 10:00");
        var full = Enumerable.Repeat(new NewFact(Told.Answer, null), TicketClock.MostFacts - 1).ToImmutableArray();
        var turn = Assert.IsType<Decision.Accepted>(TicketClock.Record(ticket.Log, ticket.Book, full, Times.At("2026-06-01 11:00"))).Turn;

        Assert.Equal(TicketClock.MostFacts, turn.Log.Facts.Count);
        var refused = TicketClock.Record(turn.Log, ticket.Book, [new NewFact(Told.Answer, null)], Times.At("2026-06-01 11:00"));
        Assert.Equal(RefusalKind.TooManyFacts, Assert.IsType<Decision.Refused>(refused).Refusals.Single().Kind);
    }

    [Fact]
    public void Open_SignalsFrom_RaisesNothingThatWasDueEarlier()
    {
        var ticket = Ticket.Open(Policy, "2026-06-01 10:00", learnt: "2026-06-01 11:00", with: opened => opened with { SignalsFrom = Times.At("2026-06-01 11:00") })
            .Late("2026-06-01 11:00", "2026-06-01 10:45", Told.Answer).Until("2026-06-01 13:00");

        Assert.Equal(["Breached Resolution 2026-06-01 12:00"], ticket.Signals);
        Assert.Equal("MetLate", ticket.State(InitialResponse));
    }

    [Fact]
    public void Open_InThePast_RaisesWhatIsOwedAtOnce() => Assert.Equal(
        ["Breached InitialResponse 2026-06-01 10:30"], Ticket.Open(Policy, "2026-06-01 10:00", learnt: "2026-06-01 11:00").Signals);

    [Theory]
    [InlineData("2006-01-01 00:00", "received_time")]
    [InlineData("2026-06-01 11:02", "received_time")]
    public void Open_ReceivedTooLongAgoOrAhead_IsRefused(string received, string field)
    {
        var book = Policy.Book();
        var decision = TicketClock.Open("t", book, new Fact.Opened { Plan = book.Terms.Keys.Single(), ClaimedLevel = 1 }, Times.At(received), Times.At("2026-06-01 11:00"));

        Assert.Equal(field, Assert.IsType<Decision.Refused>(decision).Refusals.Single().Field);
    }

    [Theory]
    [InlineData(null, null, 1)]
    [InlineData(0, null, 1)]
    [InlineData(9, 9, 2)]
    [InlineData(null, 2, 0)]
    public void Open_Level_MustBeOneOfThePolicy(int? claimed, int? verified, int refusals)
    {
        var book = Policy.Book();
        var decision = TicketClock.Open("t", book, new Fact.Opened { Plan = book.Terms.Keys.Single(), ClaimedLevel = claimed, VerifiedLevel = verified }, null, Times.At("2026-06-01 11:00"));

        Assert.Equal(refusals, decision is Decision.Refused refused ? refused.Refusals.Length : 0);
    }

    [Fact]
    public void Open_LadderBeyondTheCalendar_IsRefusedNotStored()
    {
        var book = new PolicyBuilder().Within(Resolution, "1h").Ladder("a", "b").Climb(new Engine.Policies.Escalation.AtInterval("ladder", Times.Amount("5000 calendar_days"), "24x7")).Book();

        Assert.IsType<Decision.Refused>(TicketClock.Open("t", book, new Fact.Opened { Plan = book.Terms.Keys.Single(), ClaimedLevel = 1 }, null, Times.At("2026-06-01 11:00")));
    }

    [Fact]
    public void Open_DueTimeBeyondTheCalendar_IsRefusedNotStored()
    {
        var book = new PolicyBuilder().Within(Resolution, "100000h", "office").Book();
        var decision = TicketClock.Open("t", book, new Fact.Opened { Plan = book.Terms.Keys.Single(), ClaimedLevel = 1 }, null, Times.At("2026-06-01 11:00"));

        Assert.Equal(RefusalKind.InvalidValue, Assert.IsType<Decision.Refused>(decision).Refusals.Single().Kind);
    }
}
