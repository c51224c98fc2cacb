using System.Text.Json;

namespace SlaPlatform.Cli.Tests.Commands;

public sealed class TriageCommandTests
{
    [Theory]
    [InlineData("triage exclude T-123 d --evidence log --decider kim", "ticket t-123 clause d state decided clock taken")]
    [InlineData("triage exclude t-123 d --evidence log --decider kim", "decided kim Thu 1970-01-01 00:00:00 Z log")]
    [InlineData("triage appeal t-123/d --reason ours --actor ana", "appealed ana Thu 1970-01-01 00:00:00 Z ours (etag 7)")]
    [InlineData("triage reverse t-123/d --reason ours --actor lee --etag 3", "reversed lee Thu 1970-01-01 00:00:00 Z ours (etag 3)")]
    [InlineData("triage show t-123/d", "state decided")]
    [InlineData("triage list --account acme", "t-2 d refused kim")]
    [InlineData("triage disagreement acme", "claimed graver 4 verified graver 1")]
    [InlineData("triage release record xtm --product cloud --version 13.2 --routine --fixes T-9", "t-9 pending")]
    [InlineData("triage release end-support xtm/r1 --support-end-time 2027-01-01T00:00Z", "support ends Fri 2027-01-01 00:00:00 Z etag after 7")]
    [InlineData("triage release show xtm/r1", "release r1")]
    public async Task Triage_Command_ShowsTheAnswer(string command, string expected)
    {
        await using var platform = await FakePlatform.StartAsync();

        var run = await platform.RunAsync(command.Split(' '));

        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        Assert.Contains(expected, string.Join(' ', run.Out.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disagreement_OfAnUnknownAccount_IsRefused()
    {
        await using var platform = await FakePlatform.StartAsync();

        var run = await platform.RunAsync("triage", "disagreement", "nobody");

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains("[ACCOUNT_NOT_FOUND]", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Triage_ListAsJson_IsOneObjectWithAllPages()
    {
        await using var platform = await FakePlatform.StartAsync();

        var run = await platform.RunAsync("triage", "list", "--ticket", "t-1", "--json");

        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(["a", "d"], json.RootElement.GetProperty("exclusions").EnumerateArray().Select(exclusion => exclusion.GetProperty("clause").GetString()));
    }
}
