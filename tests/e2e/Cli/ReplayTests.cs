using System.Text.Json;
using SlaPlatform.EndToEnd.Platform;

namespace SlaPlatform.EndToEnd.Cli;

/// <summary>A small event log under three plans, from the file to the attainment.</summary>
public sealed class ReplayTests(PlatformFixture fixture) : IDisposable
{
    private const string Log = """
        number,incident_state,sys_updated_at,opened_at,priority,assigned_to,contact_type
        A,New,02-03-2026 10:00,02-03-2026 10:00,1 - Critical,?,Phone
        A,Active,02-03-2026 10:20,02-03-2026 10:00,1 - Critical,x,Phone
        A,Awaiting User Info,02-03-2026 10:40,02-03-2026 10:00,1 - Critical,x,Phone
        A,Active,02-03-2026 13:10,02-03-2026 10:00,1 - Critical,x,Phone
        A,Resolved,02-03-2026 14:30,02-03-2026 10:00,1 - Critical,x,Phone
        A,Closed,09-03-2026 14:30,02-03-2026 10:00,1 - Critical,x,Phone
        B,Active,02-03-2026 09:00,02-03-2026 10:00,3 - Moderate,x,Phone
        B,Resolved,10-03-2026 10:00,02-03-2026 10:00,3 - Moderate,x,Phone
        B,Closed,17-03-2026 10:00,02-03-2026 10:00,3 - Moderate,x,Phone
        C,New,17-03-2026 09:00,17-03-2026 09:00,2 - High,?,Phone
        """;

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task Replay_SmallLog_CountsWhatHappened()
    {
        var run = await ReplayAsync();
        Assert.Equal((0, ""), (run.ExitCode, run.ExitCode == 0 ? "" : run.Error));
        using var json = JsonDocument.Parse(run.Out);
        // A pauses from 10:40 to 13:10, so its two hours end at 14:30 sharp; B needs more than seven days; C was opened an hour before the end.
        Assert.Equal(
            [
                "zmanda/standard 1 initial_response: 1 met, 0 late, 0 breached, 0 open",
                "zmanda/standard 2 initial_response: 0 met, 0 late, 0 breached, 1 open",
                "zmanda/standard 3 initial_response: 1 met, 0 late, 0 breached, 0 open",
                "xtm/gold 1 resolution: 1 met, 0 late, 0 breached, 0 open",
                "xtm/gold 2 resolution: 0 met, 0 late, 0 breached, 1 open",
                "xtm/gold 3 resolution: 0 met, 1 late, 0 breached, 0 open",
            ],
            Lines(json).Where(line => line.StartsWith("zmanda", StringComparison.Ordinal) || line.Contains("resolution", StringComparison.Ordinal)));
        Assert.Equal("B", json.RootElement.GetProperty("log").GetProperty("clamped")[0].GetProperty("ticket").GetString());
    }

    [Fact]
    public async Task Replay_Repeated_GivesTheSameBytes() => Assert.Equal((await ReplayAsync()).Out, (await ReplayAsync()).Out);

    private async Task<(int ExitCode, string Out, string Error)> ReplayAsync()
    {
        await File.WriteAllTextAsync(_file, Log, TestContext.Current.CancellationToken);
        return await SlaProgram.RunAsync(fixture.Platform, "replay", _file, "--zone", "Europe/Warsaw", "--plan", "zmanda/standard", "--plan", "xtm/gold", "--json");
    }

    private static IEnumerable<string> Lines(JsonDocument json) =>
        from scenario in json.RootElement.GetProperty("scenarios").EnumerateArray()
        from row in scenario.GetProperty("attainment").EnumerateArray()
        select $"{scenario.GetProperty("label")} {row.GetProperty("level")} {row.GetProperty("milestone")}: {row.GetProperty("met")} met, {row.GetProperty("late")} late, {row.GetProperty("breached")} breached, {row.GetProperty("open")} open";
}
