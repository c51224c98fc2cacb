using System.Text.Json;
using System.Text.RegularExpressions;
using SlaPlatform.EndToEnd.Platform;

namespace SlaPlatform.EndToEnd.Cli;

/// <summary>Allowances, obligations, sunsets, people and availability from the command line, over the whole platform.</summary>
public sealed class DutyCommandTests(PlatformFixture fixture)
{
    [Fact]
    public async Task Allowance_ReservedSettledAndConsumed_LeavesItsLedger()
    {
        var account = await AccountAsync("xtm/gold", "PL", "Europe/Warsaw");
        var name = $"{account}/main/tam-hours";

        using var reserved = JsonDocument.Parse(await SucceedAsync("allowance", "reserve", name, "2", "--json"));
        var reservation = reserved.RootElement.GetProperty("name").GetString()!;
        await SucceedAsync("allowance", "settle", reservation, "1.5");
        await SucceedAsync("allowance", "consume", name, "0.25", "--purpose", "review");
        await SucceedAsync("allowance", "adjust", name, "--by=-0.75", "--reason", "counted twice", "--actor", "bea");

        using var listed = JsonDocument.Parse(await SucceedAsync("allowance", "list", account, "--json"));
        var allowance = listed.RootElement.GetProperty("allowances").EnumerateArray().Single();
        Assert.Equal(("9.5", "1.75"), (allowance.GetProperty("available").GetString(), allowance.GetProperty("consumed").GetString()));
        var ledger = await SucceedAsync("allowance", "ledger", name);
        Assert.All(["renew", "reserve", "settle", "consume", "adjust", "counted twice"], word => Assert.Contains(word, ledger, StringComparison.Ordinal));
        var refused = await SlaProgram.RunAsync(fixture.Platform, ["allowance", "consume", name, "100"]);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("[INSUFFICIENT_BALANCE]", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Obligation_RecordedAndDone_IsListed()
    {
        var account = await AccountAsync("xtm/gold", "PL", "Europe/Warsaw");
        Assert.DoesNotContain("\"", await SucceedAsync("obligation", "record", account, "request", "--reference", "roadmap 7"), StringComparison.Ordinal);

        using var listed = JsonDocument.Parse(await SucceedAsync("obligation", "list", account, "--json"));
        var owed = listed.RootElement.GetProperty("obligations").EnumerateArray().Single(found => found.GetProperty("reference").GetString() == "roadmap 7");
        await SucceedAsync("obligation", "done", owed.GetProperty("name").GetString()!);

        Assert.Contains("roadmap 7", await SucceedAsync("obligation", "list", account), StringComparison.Ordinal);
        Assert.Contains("done", await SucceedAsync("obligation", "list", account), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sunset_TheWorkedCase_IsQuotedAndLeft()
    {
        var account = await AccountAsync("collibra/premium", "BE", "Europe/Brussels", "--start", "2025-04-01", "--end", "2028-03-31");
        using var announced = JsonDocument.Parse(await SucceedAsync("sunset", "announce", "collibra", "--feature", "operations-review", "--notice", "2026-01-15", "--json"));
        var sunset = announced.RootElement.GetProperty("name").GetString()!;

        var quote = await SucceedAsync("sunset", "quote", $"{account}/main", sunset, "--fees", "36000 EUR", "--notice", "2027-05-16");
        var left = await SucceedAsync("sunset", "leave", $"{account}/main", sunset, "--fees", "36000 EUR", "--notice", "2027-05-16");

        Assert.Contains("9525.55 EUR for 290 of 1096 days", quote, StringComparison.Ordinal);
        Assert.Equal(quote, left);
        Assert.Contains("2027-07-15", await SucceedAsync("sunset", "list", "collibra"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_NamedForARole_TakeTicketsInTheirHours()
    {
        var account = await AccountAsync("collibra/premium", "BE", "Europe/Brussels", "--start", "2026-01-01", "--end", "2027-12-31");
        await SucceedAsync("people", "set", account, "support-engineer", "Ines", "--zone", "Europe/Brussels", "--calendar", "collibra/standard-hours");

        Assert.Contains("Ines", await SucceedAsync("people", "route", account, "--at", "2026-06-02T08:00Z"), StringComparison.Ordinal);
        Assert.Contains("premium_on_call_engineer", await SucceedAsync("people", "route", account, "--at", "2026-06-02T22:00Z"), StringComparison.Ordinal);
        Assert.Contains("standard-hours", await SucceedAsync("people", "list", account), StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task Release_OfWhatATicketWasPromised_MeetsItOnTheClock()
    {
        var account = await AccountAsync("xtm/silver", "PL", "Europe/Warsaw");
        await SucceedAsync("contact", "add", account, "ana", "--email", "ana@example.com");
        var (promised, other) = (await OpenAsync(account, "4"), await OpenAsync(account, "4"));

        await SucceedAsync("triage", "release", "record", "xtm", "--product", account, "--version", "13.2", "--routine", "--fixes", promised);
        using var listed = JsonDocument.Parse(await SucceedAsync("triage", "release", "list", "xtm", "--product", account, "--json"));
        var release = listed.RootElement.GetProperty("releases")[0].GetProperty("name").GetString()!;
        await SucceedAsync("ticket", "fact", other, "resolved", "--release", release);

        Assert.Matches("resolution +4 +met", await SucceedAsync("ticket", "show", other));
        // The release is recorded when its command ends, and the clocks of the tickets that it fixes are told from then on.
        string shown;
        do
        {
            shown = await SucceedAsync("ticket", "show", promised);
        }
        while (!Regex.IsMatch(shown, "state +resolved"));

        Assert.Matches("resolution +4 +met", shown);
    }

    [Fact(Timeout = 60_000)]
    public async Task Portfolio_OfAnAccountUnderTwoPlans_ShowsWhatDiffers()
    {
        var account = await AccountAsync("xtm/gold", "PL", "Europe/Warsaw");
        await SucceedAsync("contact", "add", account, "ana", "--email", "ana@example.com");
        await SucceedAsync("ticket", "open", "--account", account, "--contact", "ana", "--level", "2");
        string shown;
        do
        {
            shown = await SucceedAsync("portfolio", account, "--plan", "xtm/gold", "--plan", "xtm/basic", "--account-zone", "Europe/Warsaw", "--fee", "1000 EUR");
        }
        while (!shown.Contains("what differs", StringComparison.Ordinal));

        Assert.Matches(@"xtm/basic +2 +initial response +100\.00 %", shown);
        Assert.Matches(@"initial response +(running|not started) +met", shown);
        Assert.Contains("xtm/gold: availability credits of 0", shown, StringComparison.Ordinal);
        var lines = (await SucceedAsync("portfolio", account, "--plan", "xtm/gold", "--account-zone", "Europe/Warsaw", "--json")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        using var report = JsonDocument.Parse(lines[^1]);
        Assert.Equal("1", report.RootElement.GetProperty("report").GetProperty("ticketCount").GetString());
    }

    [Fact(Timeout = 60_000)]
    public async Task Availability_ATicketAtTheGravestLevel_IsDowntimeOfTheMonth()
    {
        var account = await AccountAsync("xtm/gold", "PL", "Europe/Warsaw");
        await SucceedAsync("contact", "add", account, "ana", "--email", "ana@example.com");
        await SucceedAsync("ticket", "open", "--account", account, "--contact", "ana", "--level", "1");
        string listed;
        do
        {
            listed = await SucceedAsync("availability", "downtime", "list", account, "--json");
        }
        while (JsonDocument.Parse(listed).RootElement.GetProperty("downtimes").GetArrayLength() == 0);

        using var downtime = JsonDocument.Parse(listed);
        var down = downtime.RootElement.GetProperty("downtimes").EnumerateArray().Single();
        await SucceedAsync(
            "availability", "downtime", "exclude", down.GetProperty("name").GetString()!, "--cause", "force_majeure", "--evidence", "flood", "--actor", "ops", "--etag", down.GetProperty("etag").GetString()!);

        var month = down.GetProperty("startTime").GetString()![..7];
        Assert.Contains("100.0000 %", await SucceedAsync("availability", "show", account, "--month", month), StringComparison.Ordinal);
        Assert.Contains("flood", await SucceedAsync("availability", "downtime", "list", account), StringComparison.Ordinal);
        var early = await SlaProgram.RunAsync(fixture.Platform, ["availability", "claim", account, "--month", month, "--fee", "1000 EUR"]);
        Assert.Contains("[NO_CREDIT_DUE]", early.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error: --fees: 'much' is not an amount of money.", "sunset", "quote", "acme/main", "collibra/x", "--fees", "much")]
    [InlineData("error: --month: '2026' is not a month.", "availability", "show", "acme", "--month", "2026")]
    [InlineData("error: allowance: ", "allowance", "consume", "acme", "1")]
    public async Task BadInput_IsSaidAsItWasTyped(string start, params string[] command)
    {
        var run = await SlaProgram.RunAsync(fixture.Platform, command);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith(start, run.Error, StringComparison.Ordinal);
    }

    private async Task<string> AccountAsync(string plan, string region, string zone, params string[] more)
    {
        var account = $"duty-{Guid.NewGuid():N}"[..20];
        await SucceedAsync("account", "create", account);
        await SucceedAsync(["subscription", "create", account, "--id", "main", "--plan", plan, "--region", region, "--zone", zone, .. more]);
        return account;
    }

    private async Task<string> OpenAsync(string account, string level)
    {
        using var opened = JsonDocument.Parse(await SucceedAsync("ticket", "open", "--account", account, "--contact", "ana", "--level", level, "--json"));
        return opened.RootElement.GetProperty("name").GetString()!.Split('/')[^1];
    }

    private async Task<string> SucceedAsync(params string[] command)
    {
        var run = await SlaProgram.RunAsync(fixture.Platform, command);
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Out;
    }
}
