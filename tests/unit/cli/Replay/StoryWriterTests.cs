using NodaTime;
using SlaPlatform.Cli.Replay;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Tests.Replay;

public sealed class StoryWriterTests
{
    [Fact]
    public void Write_PlainLife_TellsResponseResolutionAndClosing() => Assert.Equal(
        ["09:10 AgentResponded", "11:00 Resolved", "12:00 Closed"],
        Logs.Facts(Logs.Of("New|09:01", "Active|09:10", "Active|09:30", "Resolved|11:00", "Closed|12:00")));

    [Fact]
    public void Write_Opening_TakesTimeAndPriorityOfTheFirstEvent()
    {
        var story = StoryWriter.Write(Logs.Of("New|09:05|2 - High").Tickets.Single(), FirstResponse.State).Story;
        Assert.Equal((Instant.FromUtc(2026, 2, 1, 9, 0), 2), (story.OpenTime.ToInstant(), story.Level));
    }

    [Fact]
    public void Write_AwaitingUserInfo_AsksAndIsEndedByTheReply() => Assert.Equal(
        ["09:10 AgentResponded", "09:20 AgentResponded", "09:20 WaitingOnCustomer(information)", "10:00 CustomerReplied"],
        Logs.Facts(Logs.Of("New|09:01", "Active|09:10", "Awaiting User Info|09:20", "Awaiting User Info|09:40", "Active|10:00")));

    [Fact]
    public void Write_AwaitingUserInfoFirst_IsTheFirstResponse() => Assert.Equal(
        ["09:20 AgentResponded", "09:20 WaitingOnCustomer(information)", "10:00 CustomerReplied"],
        Logs.Facts(Logs.Of("New|09:01", "Awaiting User Info|09:20", "Active|10:00")));

    [Theory]
    [InlineData("Awaiting Vendor", "vendor")]
    [InlineData("Awaiting Problem", "problem")]
    [InlineData("Awaiting Evidence", "evidence")]
    public void Write_AwaitingSomethingElse_PausesUntilItIsLeft(string state, string reason) => Assert.Equal(
        ["09:10 AgentResponded", $"09:20 Paused({reason})", "10:00 Resumed"],
        Logs.Facts(Logs.Of("Active|09:10", $"{state}|09:20", $"{state}|09:30", "Active|10:00")));

    [Fact]
    public void Write_OnePauseAfterAnother_EndsTheFirstBeforeTheSecond() => Assert.Equal(
        ["09:10 AgentResponded", "09:10 WaitingOnCustomer(information)", "09:20 CustomerReplied", "09:20 Paused(problem)", "09:30 Resumed", "09:30 Paused(vendor)"],
        Logs.Facts(Logs.Of("Awaiting User Info|09:10", "Awaiting Problem|09:20", "Awaiting Vendor|09:30")));

    [Fact]
    public void Write_ResolutionOutOfAWait_SaysNothingAboutAReply() => Assert.Equal(
        ["09:10 AgentResponded", "09:10 WaitingOnCustomer(information)", "10:00 Resolved"],
        Logs.Facts(Logs.Of("Awaiting User Info|09:10", "Resolved|10:00")));

    [Fact]
    public void Write_OpenStateAfterResolution_Reopens() => Assert.Equal(
        ["09:10 AgentResponded", "10:00 Resolved", "11:00 Reopened", "12:00 Resolved", "13:00 Closed"],
        Logs.Facts(Logs.Of("Active|09:10", "Resolved|10:00", "Resolved|10:30", "Active|11:00", "Resolved|12:00", "Closed|13:00", "Closed|14:00")));

    [Fact]
    public void Write_NewAfterResolution_CountsForNothingAndIsReported()
    {
        var log = Logs.Of("Active|09:10", "Resolved|10:00", "New|10:30", "Closed|11:00");
        Assert.Equal(["09:10 AgentResponded", "10:00 Resolved", "11:00 Closed"], Logs.Facts(log));
        Assert.Equal(4, Assert.Single(StoryWriter.Write(log.Tickets.Single(), FirstResponse.State).Ignored).Line);
    }

    [Fact]
    public void Write_PriorityChange_IsClaimedAndVerifiedAlike() => Assert.Equal(
        ["09:10 AgentResponded", "09:30 SeverityChanged(claimed 1)", "09:30 SeverityChanged(verified 1)"],
        Logs.Facts(Logs.Of("Active|09:10", "Active|09:30|1 - Critical")));

    [Fact]
    public void Write_PriorityChangeWhileResolved_WaitsForTheReopening() => Assert.Equal(
        ["10:00 Resolved", "12:00 Reopened", "12:00 SeverityChanged(claimed 1)", "12:00 SeverityChanged(verified 1)", "12:00 AgentResponded"],
        Logs.Facts(Logs.Of("Resolved|10:00", "Resolved|11:00|1 - Critical", "Active|12:00|1 - Critical")));

    [Fact]
    public void Write_EventBeforeTheOpening_CountsFromTheOpeningAndIsReported()
    {
        var log = Logs.Of("Active|08:00", "Resolved|10:00");
        var story = StoryWriter.Write(log.Tickets.Single(), FirstResponse.State);
        Assert.Equal(["09:00 AgentResponded", "10:00 Resolved"], Logs.Facts(log));
        Assert.Equal(2, Assert.Single(story.Clamped).Line);
    }

    [Fact]
    public void Write_AssigneeWhileNew_IsAResponseOnlyWhenAskedFor()
    {
        var log = Logs.Of("New|09:05|3 - Moderate|Resolver 7", "Active|09:30|3 - Moderate|Resolver 7");
        Assert.Equal(["09:30 AgentResponded"], Logs.Facts(log));
        Assert.Equal(["09:05 AgentResponded"], Logs.Facts(log, FirstResponse.Assignment));
    }

    [Fact]
    public void Write_Until_LeavesLaterEventsOut()
    {
        var log = Logs.Of("Active|09:10", "Resolved|10:00");
        var story = StoryWriter.Write(log.Tickets.Single(), FirstResponse.State, Instant.FromUtc(2026, 2, 1, 9, 30)).Story;
        Assert.Single(story.Facts);
    }
}
