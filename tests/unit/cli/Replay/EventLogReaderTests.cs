using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Replay;

namespace SlaPlatform.Cli.Tests.Replay;

public sealed class EventLogReaderTests
{
    [Fact]
    public void Read_DayFirstTimes_AreReadInTheZoneOfTheLog()
    {
        var log = EventLogReader.Read(new StringReader(Logs.Csv("INC1,New,03-07-2026 09:05,02-07-2026 23:30,1 - Critical,?,Phone")), LogMapping.ServiceNow, DateTimeZoneProviders.Tzdb["Europe/Lisbon"]);
        var read = log.Tickets.Single().Events.Single();
        Assert.Equal((Instant.FromUtc(2026, 7, 3, 8, 5), Instant.FromUtc(2026, 7, 2, 22, 30), 1), (read.Time, read.Opened, read.Level));
    }

    [Fact]
    public void Read_EventsOutOfOrder_SortsByTimeAndKeepsTheFileOrderOfEqualTimes()
    {
        var log = Logs.Of("New|09:10", "Resolved|09:30", "Closed|09:30", "Active|09:20");
        Assert.Equal([2L, 5L, 3L, 4L], log.Tickets.Single().Events.Select(read => read.Line));
    }

    [Fact]
    public void Read_UnreadableRow_LeavesItsTicketOutAndSaysWhere()
    {
        var log = Logs.Read(
            "INC1,New,01-02-2026 09:00,01-02-2026 09:00,3 - Moderate,?,Phone",
            "INC1,Strange,01-02-2026 10:00,01-02-2026 09:00,3 - Moderate,?,Phone",
            "INC2,New,01-02-2026 09:00,01-02-2026 09:00,3 - Moderate,?,Phone");
        var left = Assert.Single(log.Unreadable);
        Assert.Equal(("INC1", 3L), (left.Ticket, left.Line));
        Assert.Contains("Strange", left.Why, StringComparison.Ordinal);
        Assert.Equal("INC2", Assert.Single(log.Tickets).Id);
    }

    [Fact]
    public void Read_RowOfTooFewFields_LeavesItsTicketOut()
    {
        var log = Logs.Read(
            "INC1,New,01-02-2026 09:00,01-02-2026 09:00,3 - Moderate,?",
            "INC2,New,01-02-2026 09:00,01-02-2026 09:00,3 - Moderate,?,Phone");
        var left = Assert.Single(log.Unreadable);
        Assert.Equal(("INC1", "The row has 6 fields, the header has 7."), (left.Ticket, left.Why));
    }

    [Fact]
    public void Read_QuoteThatIsNotClosed_RefusesTheFileInsteadOfTakingWhatFollowsForText()
    {
        var refused = Assert.Throws<CsvHelper.CsvFormatException>(() => Logs.Read(
            "INC1,New,01-02-2026 09:00,01-02-2026 09:00,3 - Moderate,?,Phone",
            "INC2,New,01-02-2026 09:00,01-02-2026 09:00,3 - Moderate,\"?,Phone",
            "INC3,New,01-02-2026 09:00,01-02-2026 09:00,3 - Moderate,?,Phone"));
        Assert.Equal(3, refused.LineNumber);
    }

    [Theory]
    [InlineData("INC1,New,2026-02-01 09:00,01-02-2026 09:00,3,?,Phone", "sys_updated_at")]
    [InlineData("INC1,New,01-02-2026 09:00,soon,3,?,Phone", "opened_at")]
    [InlineData("INC1,New,01-02-2026 09:00,01-02-2026 09:00,urgent,?,Phone", "priority")]
    public void Read_NoRowReadable_NamesTheColumn(string row, string column)
    {
        var refused = Assert.Throws<UsageException>(() => Logs.Read(row));
        Assert.Contains(column, refused.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MissingColumn_SaysWhichAndWhatTheFileHas()
    {
        var refused = Assert.Throws<UsageException>(() => EventLogReader.Read(new StringReader("id,state\n1,New\n"), LogMapping.ServiceNow, DateTimeZone.Utc));
        Assert.Contains("sys_updated_at", refused.Problem, StringComparison.Ordinal);
        Assert.Contains("id, state", refused.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OtherLog_FollowsItsMapping()
    {
        var mapping = LogMapping.ServiceNow
            .WithStates([new("Doing", "work")])
            .WithLevels([new("urgent", "1")])
            .WithTimes("uuuu-MM-dd HH:mm:ss") with
        {
            Columns = LogMapping.ServiceNow.Columns.With("ticket", "id").With("state", "status").With("time", "at").With("opened", "since").With("level", "prio"),
        };
        var log = EventLogReader.Read(new StringReader("id;status;at;since;prio\n7;Doing;2026-02-01 09:00:30;2026-02-01 09:00:00;urgent\n"), mapping, DateTimeZone.Utc);
        var read = log.Tickets.Single().Events.Single();
        Assert.Equal((1, (StateMeaning)new StateMeaning.Work()), (read.Level, read.State));
    }
}
