using System.Text.Json;
using SlaPlatform.Cli.Tests.Replay;

namespace SlaPlatform.Cli.Tests.Commands;

public sealed class ReplayCommandTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");

    public ReplayCommandTests() => File.WriteAllText(_file, Logs.Csv(
        "INC1,Active,01-02-2026 09:10,01-02-2026 09:00,1 - Critical,?,Phone",
        "INC1,Resolved,01-02-2026 10:00,01-02-2026 09:00,1 - Critical,?,Phone",
        "INC2,New,01-02-2026 08:00,01-02-2026 09:30,3 - Moderate,?,Phone",
        "INC9,Active,01-02-2026 09:40,01-02-2026 09:30,3 - Moderate,?,Phone"));

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Replay_Json_HasTheDocumentedFields()
    {
        await using var platform = await FakePlatform.StartAsync();
        var run = await platform.RunAsync("replay", _file, "--plan", "xtm/gold", "--plan", "other=xtm/silver", "--zone", "UTC", "--json");
        using var json = JsonDocument.Parse(run.Out);
        var (log, scenarios) = (json.RootElement.GetProperty("log"), json.RootElement.GetProperty("scenarios"));
        Assert.Equal((3, 4), (log.GetProperty("tickets").GetInt32(), log.GetProperty("events").GetInt32()));
        Assert.Equal("2026-02-01T10:00:00Z", log.GetProperty("untilTime").GetString());
        Assert.Equal(3, log.GetProperty("channels").GetProperty("Phone").GetInt32());
        Assert.Equal("INC2", log.GetProperty("clamped")[0].GetProperty("ticket").GetString());
        Assert.Equal(["xtm/gold", "other"], scenarios.EnumerateArray().Select(scenario => scenario.GetProperty("label").GetString()));
        var gold = scenarios[0];
        Assert.Equal(2, gold.GetProperty("simulated").GetInt32());
        Assert.Equal("INC9", gold.GetProperty("refused")[0].GetProperty("ticket").GetString());
        Assert.Equal(("2026-02-01T09:15:00Z", 1), (gold.GetProperty("firstRevisionTime").GetString(), gold.GetProperty("beforeFirstRevision").GetInt32()));
        var first = gold.GetProperty("attainment")[0];
        Assert.Equal((1, "P1", "resolution", "100.0"), (first.GetProperty("level").GetInt32(), first.GetProperty("label").GetString(), first.GetProperty("milestone").GetString(), first.GetProperty("attainmentPercent").GetString()));
        foreach (var count in new[] { "decided", "met", "late", "breached", "open", "notStarted", "paused", "exempt", "untimed", "cancelled" })
        {
            Assert.True(first.TryGetProperty(count, out _), $"The count {count} is missing.");
        }
    }

    [Fact]
    public async Task Replay_Table_ShowsPlansSideBySideAndWhatIsNotCounted()
    {
        await using var platform = await FakePlatform.StartAsync();
        var run = await platform.RunAsync("replay", _file, "--plan", "xtm/gold", "--plan", "other=xtm/silver", "--zone", "UTC");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("100.0 % (1/1)", run.Out, StringComparison.Ordinal);
        Assert.Contains("1 of 3 tickets refused (FACT_NOT_ALLOWED)", run.Out, StringComparison.Ordinal);
        Assert.Contains("INC2 line 4", run.Out, StringComparison.Ordinal);
        Assert.Contains("xtm/gold: 1 of 3 tickets opened before the policy's first revision (2026-02-01T09:15:00Z); the latest one judges them.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_OfANamedRevision_IsJudgedByItWhenever()
    {
        await using var platform = await FakePlatform.StartAsync();
        var run = await platform.RunAsync("replay", _file, "--plan", "xtm@0123456789ab/gold", "--zone", "UTC", "--json");
        using var json = JsonDocument.Parse(run.Out);
        var scenario = json.RootElement.GetProperty("scenarios")[0];
        Assert.Equal(0, scenario.GetProperty("beforeFirstRevision").GetInt32());
        Assert.False(scenario.TryGetProperty("firstRevisionTime", out _));
    }

    [Fact]
    public async Task Replay_TheCatalogDoesNotAnswer_SimulatesAllTheSame()
    {
        await using var platform = await FakePlatform.StartAsync();
        var run = await platform.RunAsync("replay", _file, "--plan", "away/gold", "--zone", "UTC", "--json");
        using var json = JsonDocument.Parse(run.Out);
        var scenario = json.RootElement.GetProperty("scenarios")[0];
        Assert.Equal((0, 2), (run.ExitCode, scenario.GetProperty("simulated").GetInt32()));
        Assert.False(scenario.TryGetProperty("firstRevisionTime", out _));
    }

    [Fact]
    public async Task Replay_Repeated_PrintsTheSame()
    {
        await using var platform = await FakePlatform.StartAsync();
        string[] command = ["replay", _file, "--plan", "xtm/gold", "--zone", "UTC"];
        Assert.Equal((await platform.RunAsync(command)).Out, (await platform.RunAsync(command)).Out);
    }
}
