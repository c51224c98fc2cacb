using System.Text.Json;

namespace SlaPlatform.Cli.Tests.Commands;

public sealed class ProgramTests
{
    // Nothing listens on the discard port of this machine.
    private const string Nowhere = "http://127.0.0.1:9";

    [Fact]
    public async Task Plans_SeveralPages_AreListedWhole()
    {
        await using var platform = await FakePlatform.StartAsync();
        var run = await platform.RunAsync("plans", "--language", "fr");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("xtm/silver", run.Out, StringComparison.Ordinal);
        Assert.Contains("Silver fr", run.Out, StringComparison.Ordinal);
        Assert.Contains("Gold [bold]", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plans_Piped_HasNoEscapes()
    {
        await using var platform = await FakePlatform.StartAsync();
        var run = await platform.RunAsync("plans");
        Assert.DoesNotContain('\u001b', run.Out);
    }

    [Fact]
    public async Task Plans_Json_IsTheContractsMessage()
    {
        await using var platform = await FakePlatform.StartAsync();
        var run = await platform.RunAsync("plans", "--json");
        using var json = JsonDocument.Parse(run.Out);
        var plans = json.RootElement.GetProperty("plans").EnumerateArray().ToArray();
        Assert.Equal(["policies/xtm/plans/silver", "policies/xtm/plans/gold"], plans.Select(plan => plan.GetProperty("name").GetString()));
        Assert.Equal([false, true], plans.Select(plan => plan.GetProperty("timed").GetBoolean()));
    }

    [Fact]
    public async Task Refusal_Block_NamesReasonAndRemedy()
    {
        await using var platform = await FakePlatform.StartAsync();
        var run = await platform.RunAsync("plans", "show", "xtm/golden");
        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains("There is no policies/xtm/plans/golden. [PLAN_NOT_FOUND]", run.Error, StringComparison.Ordinal);
        Assert.Contains("`sla plans`", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_Json_IsOneObjectOnTheErrorStream()
    {
        await using var platform = await FakePlatform.StartAsync();
        var run = await platform.RunAsync("plans", "show", "xtm/golden", "--json");
        using var json = JsonDocument.Parse(run.Error);
        var error = json.RootElement.GetProperty("error");
        Assert.Equal(("NOT_FOUND", "PLAN_NOT_FOUND"), (error.GetProperty("status").GetString(), error.GetProperty("reason").GetString()));
        Assert.Equal("policies/xtm/plans/golden", error.GetProperty("metadata").GetProperty("resource").GetString());
    }

    [Fact]
    public async Task Refusal_WindowOfFiveDays_IsSaidOnceAsItWasTyped()
    {
        await using var platform = await FakePlatform.StartAsync();
        var run = await platform.RunAsync("due", "--windows", "mon-fri 09:00-09:00", "--zone", "Europe/Paris", "--amount", "2h");
        Assert.Equal((1, "error: --windows \"mon-fri 09:00-09:00\": Window 09:00-09:00 is empty. [INVALID_WINDOW]"), (run.ExitCode, run.Error.Trim()));
    }

    [Fact]
    public async Task Refusal_Json_HasFieldsAndWhatWasTyped()
    {
        await using var platform = await FakePlatform.StartAsync();
        var run = await platform.RunAsync("due", "--windows", "mon-fri 09:00-09:00", "--zone", "Europe/Paris", "--amount", "2h", "--json");
        using var json = JsonDocument.Parse(run.Error);
        var violations = json.RootElement.GetProperty("error").GetProperty("violations").EnumerateArray().ToArray();
        Assert.Equal(5, violations.Length);
        Assert.Equal(
            ("inline_calendar.windows[4].close", "--windows \"mon-fri 09:00-09:00\""),
            (violations[4].GetProperty("field").GetString(), violations[4].GetProperty("argument").GetString()));
    }

    [Fact]
    public async Task BadUsage_Block_SaysItOnce()
    {
        var run = await ProgramRun.OfAsync(Nowhere, "ticket", "list", "--limit", "-1");
        Assert.Equal(["error: --limit: -1 is not a number of tickets.", "  what to do: Give 1 or more."], run.Error.ReplaceLineEndings("\n").Trim().Split('\n'));
    }

    [Theory]
    [InlineData("en", "feature", "plan")]
    [InlineData("fr", "prestation", "offre")]
    [InlineData("it-CH", "caratteristica", "piano")]
    [InlineData("zh", "功能", "方案")]
    public async Task Plans_Language_IsThatOfTheHeadingsToo(string language, string feature, string plan)
    {
        await using var platform = await FakePlatform.StartAsync();
        Assert.Contains($" {feature} ", (await platform.RunAsync("plans", "compare", "xtm", "--language", language)).Out, StringComparison.Ordinal);
        Assert.Contains($" {plan} ", (await platform.RunAsync("plans", "--language", language)).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unreachable_Block_SaysUrlAndHowToStart()
    {
        var run = await ProgramRun.OfAsync(Nowhere, "plans");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"The catalog service does not answer at {Nowhere}.", run.Error, StringComparison.Ordinal);
        Assert.Contains("dotnet run --project apphost", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("ticket", "nonsense", "--help")]
    [InlineData("severity", "assess", "xtm", "--report", "availability=down", "--report", "availability=up")]
    [InlineData("plans", "show")]
    [InlineData("due", "--amount", "2h")]
    [InlineData("due", "--amount", "2h", "--calendar", "xtm/24x5", "--zone", "Mars/Olympus")]
    [InlineData("ticket", "open", "--account", "acme", "--level", "one")]
    [InlineData("ticket", "list", "--limit", "-1")]
    [InlineData("account", "create", "acme", "--request-id", "7")]
    [InlineData("replay", "/nowhere.csv", "--plan", "xtm/gold", "--zone", "UTC")]
    [InlineData("replay", "/nowhere.csv", "--plan", "xtm/gold")]
    [InlineData("simulate", "/nowhere.yaml")]
    public async Task BadUsage_ExitsWith2AndSaysSo(params string[] args)
    {
        var run = await ProgramRun.OfAsync(Nowhere, args);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("error: ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--level: 'one' is not a whole number.", "ticket", "open", "--account", "acme", "--level", "one")]
    [InlineData("--claimed-level: '1.5' is not a whole number.", "ticket", "open", "--account", "acme", "--claimed-level", "1.5")]
    [InlineData("--level: 'two' is not a whole number.", "ticket", "list", "--level", "1", "--level", "two")]
    [InlineData("--level: 99999999999 is out of range.", "watch", "--level", "99999999999")]
    [InlineData("--limit: 'all' is not a whole number.", "ticket", "list", "--limit", "all")]
    [InlineData("--verified-level: 'high' is not a whole number.", "severity", "assess", "xtm", "--verified-level", "high")]
    [InlineData("--port-base: 'x' is not a whole number.", "plans", "--port-base", "x")]
    [InlineData("--port-base: '80' is not a port base.", "plans", "--port-base", "80")]
    [InlineData("--channel: 'pigeon' is not known.", "ticket", "open", "--account", "acme", "--channel", "pigeon")]
    public async Task BadUsage_ValueOfAnotherForm_SpeaksOfNoTypeOfTheRuntime(string message, params string[] args)
    {
        var run = await ProgramRun.OfAsync(Nowhere, args);
        Assert.Equal((2, $"error: {message}"), (run.ExitCode, run.Error.Split('\n')[0].TrimEnd()));
        Assert.DoesNotContain("System", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("policy: sound", 0, "It can be published")]
    [InlineData("policy: broken", 1, "It cannot be published.")]
    public async Task PoliciesCheck_ExitsByWhetherItCanBePublished(string text, int exit, string said)
    {
        await using var platform = await FakePlatform.StartAsync();
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);

            var run = await platform.RunAsync("policies", "check", file);

            Assert.Equal(exit, run.ExitCode);
            Assert.Contains(said, run.Out, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task BadUsage_ValueOfAnotherForm_IsToldToProgramsToo()
    {
        var run = await ProgramRun.OfAsync(Nowhere, "ticket", "open", "--account", "acme", "--level", "one", "--json");
        using var json = JsonDocument.Parse(run.Error);
        Assert.Equal("--level: 'one' is not a whole number.", json.RootElement.GetProperty("error").GetProperty("message").GetString());
    }

    [Fact]
    public async Task PlansShow_OfNoPolicy_SaysThatThereIsNone()
    {
        await using var platform = await FakePlatform.StartAsync();
        var run = await platform.RunAsync("plans", "show", "nope");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("There is no policies/nope. [POLICY_NOT_FOUND]", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlansShow_OfAPolicy_NamesItsPlans()
    {
        await using var platform = await FakePlatform.StartAsync();
        var run = await platform.RunAsync("plans", "show", "xtm");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("plan: 'xtm' is a policy.", run.Error, StringComparison.Ordinal);
        Assert.Contains("xtm/silver", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de")]
    [InlineData("de-FR")]
    public async Task Language_WithoutTexts_IsRefusedWithThoseThatThereAre(string language)
    {
        var run = await ProgramRun.OfAsync(Nowhere, "plans", "--language", language);
        Assert.Equal((2, $"error: --language: there are no texts in '{language}', only in en, fr, it, zh."), (run.ExitCode, run.Error.Split('\n')[0].TrimEnd()));
    }

    [Theory]
    [InlineData("log", "replay", "--plan", "xtm/gold", "--zone", "UTC")]
    [InlineData("story", "simulate")]
    public async Task File_ThatIsADirectory_IsCalledOne(string place, string command, params string[] options)
    {
        var directory = Path.GetTempPath();
        var run = await ProgramRun.OfAsync(Nowhere, [command, directory, .. options]);
        Assert.Equal((2, $"error: {place}: '{directory}' is a directory."), (run.ExitCode, run.Error.Split('\n')[0].TrimEnd()));
    }

    [Fact]
    public async Task File_ThatIsNotThere_IsSaidSo()
    {
        var run = await ProgramRun.OfAsync(Nowhere, "simulate", "/nowhere.yaml");
        Assert.Contains("story: there is no file '/nowhere.yaml'.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_Piped_BeginsWithTheOpenTickets()
    {
        await using var platform = await FakePlatform.StartAsync();
        var run = await platform.RunAsync("watch");
        Assert.Equal("t-1  acme  level 2  open, resolution due Mon 2026-06-01 12:00:00 Z", run.Out.Split('\n')[0].TrimEnd());
    }

    [Fact]
    public async Task TicketExplain_Landing_IsInTheZoneOfTheTable()
    {
        await using var platform = await FakePlatform.StartAsync();
        var run = await platform.RunAsync("ticket", "explain", "t-1", "resolution", "--zone", "Europe/Warsaw");
        Assert.Contains("2h from Mon 2026-06-01 12:00:00 +02:00 on calendar 24x7 is used up at Mon 2026-06-01 14:00:00.250 +02:00.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PortBase_Typed_IsWhereTheServicesAreLookedFor()
    {
        await using var platform = await FakePlatform.StartAsync();
        var run = await ProgramRun.OfAsync("http://127.0.0.1:9", "plans", "--port-base", platform.PortBaseOf(101));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("xtm/silver", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Due_LocalStart_IsReadAndShownInTheZone()
    {
        await using var platform = await FakePlatform.StartAsync();
        var run = await platform.RunAsync("due", "--always", "--amount", "0m", "--start", "2026-03-06T17:30", "--zone", "America/Denver");
        Assert.Equal("Fri 2026-03-06 17:30:00 -07:00", run.Out.Trim());
    }
}
