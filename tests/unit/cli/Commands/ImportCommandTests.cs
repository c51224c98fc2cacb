using System.Text.Json;
using SlaPlatform.Cli.Tests.Replay;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Cli.Tests.Commands;

public sealed class ImportCommandTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Import_Log_TellsEachTicketWhole()
    {
        await using var platform = await FakePlatform.StartAsync();
        Write("INC1", "INC2");

        var run = await platform.RunAsync("import", _file, "--account", "acme", "--subscription", "main", "--zone", "UTC", "--signals-from", "2026-03-01T00:00Z");

        Assert.Equal(0, run.ExitCode);
        var ticket = platform.Clocks.Tickets["inc1"];
        Assert.Equal(
            ("accounts/acme", "accounts/acme/subscriptions/main", Channel.Portal, 1, "INC1", "2026-02-01T09:00:00Z"),
            (ticket.Open.Account, ticket.Open.Subscription, ticket.Open.Channel, ticket.Open.Level, ticket.Open.Reference, Text(ticket.Open.EffectiveTime)));
        Assert.Equal([FactBody.FactOneofCase.AgentResponded, FactBody.FactOneofCase.Resolved], ticket.Facts.Select(fact => fact.Fact.FactCase));
        Assert.Equal(["2026-02-01T09:10:00Z", "2026-02-01T10:00:00Z"], ticket.Facts.Select(fact => Text(fact.EffectiveTime)));
        Assert.Equal("2026-03-01T00:00:00Z", Text(ticket.SignalsFromTime));
        Assert.Contains("2 tickets in", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_RunAgain_FindsEveryTicketThere()
    {
        await using var platform = await FakePlatform.StartAsync();
        Write("INC1", "INC2", "INC3");
        string[] command = ["import", _file, "--account", "acme", "--zone", "UTC", "--json"];

        var first = await Report(platform, 0, command);
        var second = await Report(platform, 0, command);

        Assert.Equal((3, 0), (first.GetProperty("imported").GetInt32(), first.GetProperty("alreadyThere").GetInt32()));
        Assert.Equal((0, 3), (second.GetProperty("imported").GetInt32(), second.GetProperty("alreadyThere").GetInt32()));
    }

    [Fact]
    public async Task Import_RefusedAndFailedTickets_AreNamedAndTheRestIsImported()
    {
        await using var platform = await FakePlatform.StartAsync();
        Write("INC1", "INC9", "INC8", "INC2");

        var report = await ReportAfterWaits(platform, 1, "import", _file, "--account", "acme", "--zone", "UTC", "--json");
        var table = await platform.RunAsync(new SkippingClock(), Cancel, "import", _file, "--account", "acme", "--zone", "UTC");

        Assert.Equal((4, 2, "accounts/acme", false), (report.GetProperty("tickets").GetInt32(), report.GetProperty("imported").GetInt32(), report.GetProperty("account").GetString(), report.GetProperty("interrupted").GetBoolean()));
        var refused = report.GetProperty("refused")[0];
        Assert.Equal(("INC9", "FACT_NOT_ALLOWED"), (refused.GetProperty("ticket").GetString(), refused.GetProperty("reason").GetString()));
        Assert.Equal("facts[0].fact: resumed cannot be recorded.", refused.GetProperty("messages")[0].GetString());
        Assert.Equal("INC8", report.GetProperty("failed")[0].GetProperty("ticket").GetString());
        Assert.Contains("1 refused (FACT_NOT_ALLOWED): INC9", table.Out, StringComparison.Ordinal);
        Assert.Contains("Run the same command again", table.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_InterruptedAndRunAgain_TellsTheRest()
    {
        await using var platform = await FakePlatform.StartAsync();
        using var interrupt = new CancellationTokenSource();
        await using var error = new WatchedWriter("importing: 2 of 3 tickets");
        Write("INC1", "INC7", "INC2");
        string[] command = ["import", _file, "--account", "acme", "--zone", "UTC", "--json"];

        var running = platform.RunAsync(new SkippingClock(lookTakes: TimeSpan.FromSeconds(10)), error, interrupt.Token, command);
        await Task.WhenAll(error.Seen, platform.Clocks.Waiting.Task).WaitAsync(Cancel);
        await interrupt.CancelAsync();
        var run = await running;
        var again = await Report(platform, 0, command);

        Assert.Equal(130, run.ExitCode);
        using var report = JsonDocument.Parse(run.Out);
        Assert.True(report.RootElement.GetProperty("interrupted").GetBoolean());
        Assert.Equal((3, 2), (report.RootElement.GetProperty("tickets").GetInt32(), report.RootElement.GetProperty("imported").GetInt32()));
        Assert.Equal((1, 2), (again.GetProperty("imported").GetInt32(), again.GetProperty("alreadyThere").GetInt32()));
    }

    [Fact]
    public async Task Import_Interrupted_SaysHowManyAreNotAnswered()
    {
        await using var platform = await FakePlatform.StartAsync();
        using var interrupt = new CancellationTokenSource();
        Write("INC7", "INC2");

        var running = platform.RunAsync(interrupt.Token, "import", _file, "--account", "acme", "--zone", "UTC");
        await platform.Clocks.Waiting.Task.WaitAsync(Cancel);
        await interrupt.CancelAsync();
        var run = await running;

        Assert.Contains("not answered", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_StreamThatEndsMidway_GoesOnFromTheFirstTicketNotAnswered()
    {
        await using var platform = await FakePlatform.StartAsync();
        platform.Clocks.AnswersOfStreams.Enqueue(2);
        platform.Clocks.AnswersOfStreams.Enqueue(0);
        platform.Clocks.AnswersOfStreams.Enqueue(1);
        Write("INC1", "INC2", "INC3", "INC4", "INC5");

        var report = await ReportAfterWaits(platform, 0, "import", _file, "--account", "acme", "--zone", "UTC", "--json");

        Assert.Equal((5, 0, false), (report.GetProperty("imported").GetInt32(), report.GetProperty("alreadyThere").GetInt32(), report.GetProperty("interrupted").GetBoolean()));
        Assert.Equal(["inc1", "inc2", "inc3", "inc4", "inc5"], platform.Clocks.Asked);
    }

    [Fact]
    public async Task Import_TicketsNotAvailableForAWhile_AreSentAgainAfterTheDelayGiven()
    {
        await using var platform = await FakePlatform.StartAsync();
        var clock = new SkippingClock();
        platform.Clocks.Away = 4;
        Write("INC1", "INC2", "INC3");

        var run = await platform.RunAsync(clock, Cancel, "import", _file, "--account", "acme", "--zone", "UTC", "--json");

        Assert.Equal(0, run.ExitCode);
        using var report = JsonDocument.Parse(run.Out);
        Assert.Equal((3, 0), (report.RootElement.GetProperty("imported").GetInt32(), report.RootElement.GetProperty("failed").GetArrayLength()));
        Assert.InRange(clock.Skipped, FakeClocks.Store.RetryAfter, TimeSpan.FromMinutes(1));
        Assert.Contains("DEPENDENCY_UNAVAILABLE", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_NothingAvailableForLong_EndsAndLeavesTheRest()
    {
        await using var platform = await FakePlatform.StartAsync();
        platform.Clocks.Away = int.MaxValue;
        Write([.. Enumerable.Range(0, 20_000).Select(number => $"OLD{number}")]);

        var run = await platform.RunAsync(new SkippingClock(), Cancel, "import", _file, "--account", "acme", "--zone", "UTC", "--json");

        Assert.Equal(1, run.ExitCode);
        using var report = JsonDocument.Parse(run.Out);
        Assert.True(report.RootElement.GetProperty("interrupted").GetBoolean());
        Assert.InRange(report.RootElement.GetProperty("failed").GetArrayLength(), 1, platform.Clocks.Asked.Count);
        Assert.InRange(platform.Clocks.Asked.Count, 1, 19_999);
    }

    [Fact]
    public async Task Import_LogWithARowThatCannotBeRead_IsNotWhole()
    {
        await using var platform = await FakePlatform.StartAsync();
        Write("INC1", "INC2");
        await File.AppendAllTextAsync(_file, "INC2,Parked,01-02-2026 11:00,01-02-2026 09:00,1 - Critical,?,Phone\n", Cancel);

        var run = await platform.RunAsync("import", _file, "--account", "acme", "--zone", "UTC");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["inc1"], platform.Clocks.Tickets.Keys);
        Assert.Contains("INC2 line 6", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_RowsThatDoNotFit_AreNamed()
    {
        await using var platform = await FakePlatform.StartAsync();
        Write("INC1");
        await File.AppendAllLinesAsync(
            _file, ["INC1,New,01-02-2026 11:00,01-02-2026 09:00,1 - Critical,?,Phone", "INC2,Active,01-02-2026 08:00,01-02-2026 09:00,1 - Critical,?,Phone"], Cancel);
        string[] command = ["import", _file, "--account", "acme", "--zone", "UTC"];

        var report = await Report(platform, 0, [.. command, "--json"]);
        var table = await platform.RunAsync(command);

        Assert.Equal(("INC1", 4), Row(report.GetProperty("ignored")[0]));
        Assert.Equal(("INC2", 5), Row(report.GetProperty("clamped")[0]));
        Assert.Contains("INC1 line 4", table.Out, StringComparison.Ordinal);
        Assert.Contains("INC2 line 5", table.Out, StringComparison.Ordinal);

        static (string?, long) Row(JsonElement row) => (row.GetProperty("ticket").GetString(), row.GetProperty("line").GetInt64());
    }

    [Theory]
    [InlineData("INC 1", "INC-1")]
    [InlineData("inc1", "INC1")]
    public async Task Import_TwoTicketsOfOneId_IsRefusedBeforeAnyIsSent(string one, string other)
    {
        await using var platform = await FakePlatform.StartAsync();
        Write(one, other);

        var run = await platform.RunAsync("import", _file, "--account", "acme", "--zone", "UTC");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(one, run.Error, StringComparison.Ordinal);
        Assert.Empty(platform.Clocks.Tickets);
    }

    [Fact]
    public async Task Import_WithAPrefix_PutsItBeforeTheIds()
    {
        await using var platform = await FakePlatform.StartAsync();
        Write("INC1");

        await platform.RunAsync("import", _file, "--account", "acme", "--zone", "UTC", "--id-prefix", "old-");

        Assert.Equal(["old-inc1"], platform.Clocks.Tickets.Keys);
    }

    [Fact]
    public async Task Import_WithoutAZone_AsksForOne()
    {
        await using var platform = await FakePlatform.StartAsync();
        Write("INC1");

        var run = await platform.RunAsync("import", _file, "--account", "acme");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--zone", run.Error, StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Text(Google.Protobuf.WellKnownTypes.Timestamp time) => time.ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);

    private static Task<JsonElement> Report(FakePlatform platform, int exitCode, params string[] command) => Report(platform, TimeProvider.System, exitCode, command);

    private static Task<JsonElement> ReportAfterWaits(FakePlatform platform, int exitCode, params string[] command) => Report(platform, new SkippingClock(), exitCode, command);

    private static async Task<JsonElement> Report(FakePlatform platform, TimeProvider clock, int exitCode, string[] command)
    {
        var run = await platform.RunAsync(clock, Cancel, command);
        Assert.Equal(exitCode, run.ExitCode);
        using var json = JsonDocument.Parse(run.Out);
        return json.RootElement.Clone();
    }

    private void Write(params string[] tickets) => File.WriteAllText(_file, Logs.Csv([.. tickets.SelectMany(ticket => new[]
    {
        $"{ticket},Active,01-02-2026 09:10,01-02-2026 09:00,1 - Critical,?,Phone",
        $"{ticket},Resolved,01-02-2026 10:00,01-02-2026 09:00,1 - Critical,?,Phone",
    })]));
}
