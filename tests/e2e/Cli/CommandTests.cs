using System.Text.Json;
using SlaPlatform.EndToEnd.Platform;

namespace SlaPlatform.EndToEnd.Cli;

/// <summary>Commands of every service, and what they say to bad input.</summary>
public sealed class CommandTests(PlatformFixture fixture)
{
    [Fact]
    public async Task Ticket_OpenedToldAndExplained_ShowsItsClock()
    {
        var id = $"cli-{Guid.NewGuid():N}";
        await SucceedAsync("ticket", "open", "--id", id, "--account", "acme-xtm-gold", "--contact", "ana", "--level", "1");
        await SucceedAsync("ticket", "fact", id, "agent_responded", "--actor", "bea");
        using var shown = JsonDocument.Parse(await SucceedAsync("ticket", "show", id, "--json"));
        var response = shown.RootElement.GetProperty("milestones").EnumerateArray().Single(milestone => milestone.GetProperty("kind").GetString() == "MILESTONE_KIND_INITIAL_RESPONSE");
        Assert.Equal("MILESTONE_STATE_MET", response.GetProperty("state").GetString());
        Assert.Contains("2 h", await SucceedAsync("ticket", "explain", id, "resolution"), StringComparison.Ordinal);
        Assert.Contains("agent responded by bea", await SucceedAsync("ticket", "history", id), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sat 2026-06-06 10:00:00 +02:00", "due", "--always", "--amount", "0m", "--start", "2026-06-06T10:00", "--zone", "Europe/Paris")]
    [InlineData("Tue 2026-06-09 10:00:00 +02:00", "due", "--calendar", "xtm/24x5", "--amount", "3 business_days", "--start", "2026-06-04T10:00", "--zone", "Europe/Warsaw")]
    [InlineData("72 h", "measure", "--calendar", "xtm/24x5", "--start", "2026-06-04T10:00", "--end", "2026-06-09T10:00", "--zone", "Europe/Warsaw")]
    [InlineData("黄金版", "plans", "compare", "xtm", "--language", "zh")]
    [InlineData("Inutilizzabile", "severity", "list", "xtm", "--language", "it")]
    [InlineData("p1-unavailable", "severity", "assess", "xtm", "--report", "availability=down", "--report", "workaround=none")]
    [InlineData("acme-domo-gold", "account", "list")]
    public async Task Question_IsAnswered(string answer, params string[] command) =>
        Assert.Contains(answer, await SucceedAsync(command), StringComparison.Ordinal);

    [Theory]
    [InlineData("error: --level: 9 is not", "ticket", "open", "--account", "acme-xtm-gold", "--contact", "ana", "--level", "9")]
    [InlineData("error: --level: 9 is not", "ticket", "open", "--account", "acme-xtm-gold", "--contact", "ana", "--level", "9", "--report", "what_fails=login")]
    [InlineData("error: --windows \"mon-fri 09:00-09:00\": Window 09:00-09:00 is empty;", "due", "--windows", "mon-fri 09:00-09:00", "--zone", "Europe/Paris", "--amount", "1h")]
    [InlineData("error: --at: 2099-01-01", "ticket", "open", "--account", "acme-xtm-gold", "--contact", "ana", "--level", "1", "--at", "2099-01-01T00:00Z")]
    [InlineData("error: --reading a: 'a' is not a reading", "subscription", "create", "acme-xtm-gold", "--plan", "domo/gold", "--region", "US", "--zone", "America/Denver", "--reading", "a=b")]
    public async Task BadInput_OneFault_IsSaidOnceAsItWasTyped(string start, params string[] command)
    {
        var run = await SlaProgram.RunAsync(fixture.Platform, command);
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.StartsWith(start, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("  - ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PLAN_NOT_FOUND", "plans", "show", "xtm/golden")]
    [InlineData("UNKNOWN_LEVEL", "ticket", "open", "--account", "acme-xtm-gold", "--contact", "ana", "--level", "9")]
    [InlineData("OVERLAPPING_WINDOWS", "due", "--windows", "mon 09:00-12:00, mon 11:00-13:00", "--zone", "Europe/Paris", "--amount", "1h")]
    [InlineData("INVALID_WINDOW", "due", "--windows", "mon 09:00-09:00", "--zone", "Europe/Paris", "--amount", "1h")]
    [InlineData("TICKET_NOT_FOUND", "ticket", "show", "no-such-ticket")]
    public async Task BadInput_IsRefusedWithItsReason(string reason, params string[] command)
    {
        var run = await SlaProgram.RunAsync(fixture.Platform, command);
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains($"[{reason}]", run.Error, StringComparison.Ordinal);
    }

    private async Task<string> SucceedAsync(params string[] command)
    {
        var run = await SlaProgram.RunAsync(fixture.Platform, command);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Out;
    }
}
