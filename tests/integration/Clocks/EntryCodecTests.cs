using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class EntryCodecTests
{
    private static readonly Instant Time = Instant.FromUtc(2026, 6, 1, 10, 0) + Duration.FromNanoseconds(123_456_789);

    public static TheoryData<Fact> Facts =>
    [
        new Fact.Opened
        {
            Plan = Plan(), ClaimedLevel = 2, VerifiedLevel = 1, Production = true, Unusable = false, TargetsExemptReason = "by phone", SignalsFrom = Time,
        },
        new Fact.AgentResponded(),
        new Fact.CustomerReplied(),
        new Fact.WaitingOnCustomer("information"),
        new Fact.Paused("third_party"),
        new Fact.Resumed(),
        new Fact.Confirmed(null),
        new Fact.Confirmed("vendor"),
        new Fact.HandedOver("development"),
        new Fact.SeverityChanged { ClaimedLevel = 3, Reason = "agreed", Actor = "agent" },
        new Fact.SeverityChanged { VerifiedLevel = 1, Reason = "", Actor = "", AgreedBy = "accounts/a/contacts/c" },
        new Fact.PlanChanged(Plan()),
        new Fact.WorkaroundProvided(),
        new Fact.Excluded("third-party", "a log"),
        new Fact.ExclusionLifted("third-party"),
        new Fact.Resolved(),
        new Fact.Reopened(),
        new Fact.Closed(),
        new Fact.Merged("t-2"),
    ];

    [Theory]
    [MemberData(nameof(Facts))]
    public void Read_OfAWrittenFact_GivesItBack(Fact fact)
    {
        var entry = new JournalEntry.Told(
            new RecordedFact(7, Time, Time + Duration.FromTicks(1), fact),
            new FactNote { Actor = "someone", Reason = "because", Intake = new Intake { Account = "accounts/a", Channel = "portal" } });

        Assert.Equal(entry, EntryCodec.Read(EntryCodec.Write(entry)));
    }

    [Fact]
    public void Read_OfAWrittenSignal_GivesItBack()
    {
        var entry = new JournalEntry.Raised(new Signal
        {
            Id = "id",
            Key = new SignalKey(SignalKind.Breached, MilestoneKind.FollowUp, 4, "", Time),
            Kind = SignalKind.Retracted,
            DueTime = Time,
            RaisedTime = Time,
            Lateness = Duration.FromNanoseconds(5),
            Retracts = "other",
            Cause = 9,
        });

        Assert.Equal(entry, EntryCodec.Read(EntryCodec.Write(entry)));
    }

    [Theory]
    [InlineData("""{"v":2,"fact":{"name":"resolved"}}""")]
    [InlineData("""{"v":1}""")]
    [InlineData("""{"v":1,"fact":{"name":"invented","sequence":1,"effective":"2026-06-01T10:00:00Z","recorded":"2026-06-01T10:00:00Z"}}""")]
    [InlineData("rubbish")]
    public void Read_OfAnotherForm_IsRefused(string record) =>
        Assert.Throws<JournalFormatException>(() => EntryCodec.Read(System.Text.Encoding.UTF8.GetBytes(record)));

    private static PlanReference Plan() => new(new string('a', 64), "gold", new ServiceTerms
    {
        TimeZone = "Europe/Paris",
        Readings = ImmutableSortedDictionary<string, string>.Empty.Add("sev2-start", "business-hours"),
        Holidays =
        [
            new CalendarException.Closed(new DateRule.OnDate(new LocalDate(2026, 5, 25)), "Spring holiday"),
            new CalendarException.Closed(new DateRule.EasterOffset(1), "Easter Monday"),
            new CalendarException.OtherWindows(new DateRule.EveryYear(12, 24), new DailyWindow(new LocalTime(9, 0), new LocalTime(12, 0))),
            new CalendarException.Closed(new DateRule.NthWeekday(11, IsoDayOfWeek.Thursday, 4), "Thanksgiving"),
        ],
        CalendarOverrides = ImmutableSortedDictionary<string, BusinessCalendar>.Empty
            .Add("hours", BusinessCalendar.Create(
                "hours",
                BusinessCalendar.AccountZone,
                WeeklyWindow.On([IsoDayOfWeek.Monday, IsoDayOfWeek.Friday], new LocalTime(8, 30), TimeOfDay.EndOfDay),
                businessDay: new BusinessDay.SameTime()).OrThrow())
            .Add("always", BusinessCalendar.Always("UTC", "always")),
    });
}
