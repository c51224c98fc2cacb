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
    [InlineData("Fri 2026-03-06 21:30:00 -07:00", "plans", "readings", "domo/diamond", "2", "initial_response", "--start", "2026-03-06T17:30", "--zone", "America/Denver")]
    [InlineData("Mon 2026-03-09 10:30:00 -06:00", "plans", "readings", "domo/diamond", "2", "initial_response", "--start", "2026-03-06T17:30", "--zone", "America/Denver")]
    [InlineData("untimed", "plans", "readings", "xtm/gold", "4", "resolution")]
    [InlineData("Tue 2024-05-21 00:00:00 Z", "policies", "revisions", "xtm")]
    [InlineData("Zmanda customer support policy", "policies")]
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

    /// <summary>The source's table of plans, feature by feature and target by target, in the languages of its readers.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("it")]
    [InlineData("zh")]
    public async Task PlansCompare_Domo_IsTheTableOfTheSource(string language)
    {
        var expected = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "tests/e2e/Cli/Goldens", $"plans-compare-domo.{language}.txt"), TestContext.Current.CancellationToken);

        var shown = await SucceedAsync("plans", "compare", "domo", "--language", language);

        Assert.Equal(expected, shown.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0));
    }

    [Fact]
    public async Task Policies_DocumentPublishedTwiceAndCompared_SaysWhatDiffers()
    {
        using var folder = new TemporaryDirectory();
        var (policy, file) = ($"cli{Guid.NewGuid():N}"[..12], Path.Combine(folder.Path, "policy.yaml"));
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "services/catalog/development-policies/demo.yaml"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(file, text.Replace("policy: demo", $"policy: {policy}", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Contains("It can be published", await SucceedAsync("policies", "check", file), StringComparison.Ordinal);
        var first = Name(await SucceedAsync("policies", "publish", file, "--json"));
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Replace("within: 40s", "within: 50s", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var tooEarly = await SlaProgram.RunAsync(fixture.Platform, "policies", "publish", file, "--effective-time", "now");
        var second = Name(await SucceedAsync("policies", "publish", file, "--effective-time", "2190-01-01T00:00Z", "--json"));

        Assert.Contains("[EFFECTIVE_TIME_TOO_EARLY]", tooEarly.Error, StringComparison.Ordinal);
        Assert.Equal("seconds P1 resolution: 40 seconds -> 50 seconds", (await SucceedAsync("policies", "diff", first, second)).Trim());
        Assert.Equal("The two state the same.", (await SucceedAsync("policies", "diff", first, first)).Trim());
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

    private static string Name(string published)
    {
        using var json = JsonDocument.Parse(published);
        return json.RootElement.GetProperty("revisionName").GetString()!;
    }

    private async Task<string> SucceedAsync(params string[] command)
    {
        var run = await SlaProgram.RunAsync(fixture.Platform, command);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Out;
    }
}
