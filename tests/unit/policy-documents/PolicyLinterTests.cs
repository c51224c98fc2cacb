using System.Collections.Immutable;

namespace SlaPlatform.PolicyDocuments.Tests;

public sealed class PolicyLinterTests
{
    [Fact]
    public void Lint_Domo_FindsThatFollowUpsOfSeverity2And3AreEqual() => Assert.Equal(
        new[] { "silver", "gold", "platinum", "diamond" }.Select(plan => $"levels-equal plans/{plan}/targets/3/follow_up"),
        Found(Documents.Parsed("domo")));

    [Theory]
    [InlineData("collibra")]
    [InlineData("zmanda")]
    [InlineData("demo")]
    public void Lint_PlainDocument_FindsNothing(string id) => Assert.Empty(Lint(Documents.Parsed(id)));

    [Fact]
    public void Lint_Xtm_FindsItsFourPeculiarities() => Assert.Equal(
        [
            "definitions-alike severities/levels/4/definition",
            "tier-slower plans/silver/targets/2/initial_response",
            "tier-slower plans/gold/targets/3/initial_response",
            "tier-slower plans/gold/targets/4/initial_response",
        ],
        Found(Documents.Parsed("xtm")));

    [Theory]
    [MemberData(nameof(ShippedDocumentTests.Ids), MemberType = typeof(ShippedDocumentTests))]
    public void Lint_ShippedDocument_AcceptsEveryFinding(string id) =>
        Assert.All(Lint(Documents.Parsed(id)), finding => Assert.True(finding.IsAccepted, finding.ToString()));

    [Fact]
    public void Lint_ShippedDocument_PointsIntoItsText()
    {
        var lines = Documents.Text("xtm").Split('\n');

        Assert.All(
            Lint(Documents.Parsed("xtm")).Where(finding => finding.Rule == "tier-slower"),
            finding => Assert.Contains("initial_response", lines[finding.Line - 1], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("update: every 20s", "update: every 50s", "update-after-resolution plans/seconds/targets/1/update")]
    [InlineData("initial_response: 10s", "initial_response: 50s", "level-slower plans/seconds/targets/1/initial_response", "response-after-resolution plans/seconds/targets/1/initial_response")]
    [InlineData("every: 10s }", "every: 11s }", "ladder-longer plans/seconds/targets/1/escalation")]
    [InlineData("within: 40s, pauses: [waiting_on_customer]", "within: 40s, pauses: [resolved]", "pause-without-end plans/seconds/targets/1/resolution")]
    [InlineData("zh: \"秒级\"", "de: \"Sekunden\"", "missing-translation plans/seconds/title")]
    [InlineData("always: { windows: always, source: SlaPlatform demonstration }", "always: { windows: always }", "missing-source calendars/always")]
    [InlineData("initial_response: 30s", "initial_response: 10s", "levels-equal plans/seconds/targets/2/initial_response")]
    [InlineData("default_level: 2", "default_level: 2\naccepts:\n  - { rule: levels-equal, path: plans/seconds/targets/2/update, reason: none }\n#", "unmatched-accept accepts/1")]
    public void Lint_ChangedDemo_FindsTheFault(string text, string replacement, params string[] expected)
    {
        var changed = replacement.Contains("\naccepts:", StringComparison.Ordinal)
            ? Documents.Text("demo") + replacement[replacement.IndexOf('\n', StringComparison.Ordinal)..]
            : Documents.Text("demo").Replace(text, replacement, StringComparison.Ordinal);

        var parsed = PolicyDocument.Parse(changed);

        Assert.Empty(parsed.Problems);
        Assert.Equal(expected.Order(), Found(parsed).Order());
    }

    /// <summary>Every text that readers are shown: take one translation away, and that is found.</summary>
    [Theory]
    [InlineData("domo", ", zh: \"Domo 支持服务\"", "title")]
    [InlineData("xtm", ", it: \"Inutilizzabile\"", "severities/levels/1/name")]
    [InlineData("domo", ", it: \"Gravità 1\"", "severities/levels/1/label")]
    [InlineData("collibra", ", zh: \"严重级别 3\"", "severities/levels/3/label")]
    [InlineData("xtm", "      zh: 在每个版本发布后一天内公布版本说明（约定）。\n", "provisions/release-notes/text")]
    [InlineData("xtm", "      zh: 对不受支持版本中的问题，会要求升级；缺陷只在新版本中修复。\n", "provisions/unsupported-version/text")]
    [InlineData("xtm", ", fr: \"Le produit est inaccessible, sans contournement.\"", "severities/rules/p1-unavailable/text")]
    [InlineData("xtm", ", zh: \"首席执行官\"", "ladders/management/levels/4")]
    [InlineData("xtm", ", zh: \"支持门户（不限次数）\"", "features/portal/name")]
    [InlineData("zmanda", ", zh: \"定制培训\"", "plans/premium/features/training")]
    [InlineData("domo", ", fr: \"Quelle gravité fait foi.\"", "readings/severity/title")]
    [InlineData("domo", ", it: \"Contano solo le ore lavorative.\"", "readings/sev2-start/options/business-hours/title")]
    [InlineData("collibra", "      zh: 服务的使用超出协议或文档的许可范围。\n", "exclusions/a/text")]
    [InlineData("collibra", ", zh: \"何时开始。\"", "report_requires/start_time/text")]
    [InlineData("domo", ", zh: \"日本的账户适用另一份文件；请参阅日文支持页面。\"", "refused_regions/1/reason")]
    public void Lint_ATranslationLeftOut_FindsItsText(string id, string translation, string path)
    {
        var text = Documents.Text(id).ReplaceLineEndings("\n");
        var at = text.IndexOf(translation, StringComparison.Ordinal);
        Assert.True(at > 0, translation);

        var parsed = PolicyDocument.Parse(text.Remove(at, translation.Length));

        Assert.Empty(parsed.Problems);
        Assert.Equal([path], Lint(parsed).Where(finding => finding.Rule == "missing-translation").Select(finding => finding.Path));
    }

    [Theory]
    [InlineData("start: received", "start: agent_responded", "readings-collide readings/second/options/b")]
    [InlineData("start: received", "start: received")]
    [InlineData("start: received", "calendar: always")]
    public void Lint_TwoReadingsOfOneTarget_MustNotReplaceTheSamePart(string first, string second, params string[] expected)
    {
        var parsed = PolicyDocument.Parse(Documents.Text("demo") + $$"""

            readings:
              - { reading: first, title: &t { en: "A", fr: "A", it: "A", zh: "A" }, default: x, options: [{ option: a, title: *t, patches: [{ milestones: [resolution], {{first}} }] }] }
              - { reading: second, title: *t, default: y, options: [{ option: b, title: *t, patches: [{ levels: [1], {{second}} }] }] }
            """);

        Assert.Empty(parsed.Problems);
        Assert.Equal(expected, Found(parsed));
    }

    /// <summary>The rules that the format's description names, each by what it is here; a calendar that never opens is an error already.</summary>
    [Fact]
    public void Rules_OfTheFormat_AreAllThere()
    {
        Assert.Superset(
            new HashSet<string> { "tier-slower", "response-after-resolution", "update-after-resolution", "pause-without-end", "ladder-longer", "level-without-target", "missing-translation", "missing-source" },
            PolicyLinter.Rules.ToHashSet());
        var never = PolicyDocument.Parse(Documents.Text("demo").Replace("always: { windows: always", "always: { windows: {}", StringComparison.Ordinal));
        Assert.False(never.IsValid);
        Assert.Contains(never.Problems, problem => problem.Path.StartsWith("calendars/always", StringComparison.Ordinal));
    }

    [Fact]
    public void Lint_LevelLeftOut_FindsThatItHasNoTarget()
    {
        var text = Documents.Text("demo");
        var parsed = PolicyDocument.Parse(text[..text.IndexOf("      P2:", StringComparison.Ordinal)]);

        Assert.Equal(["level-without-target plans/seconds/targets/2"], Found(parsed));
    }

    /// <summary>As many plans, targets and patches as a document may hold, each replacing the same part as all others: the pairs are compared without going through every target for each.</summary>
    [Fact(Timeout = 30_000)]
    public async Task Lint_ReadingsAsLargeAsTheyMayBe_Ends()
    {
        const string title = "{ en: A, fr: A, it: A, zh: A }";
        var targets = string.Join(", ", new[] { "P1", "P2" }.Select(level => $"{level}: &{level} {{ initial_response: 1h, resolution: 2h, update: every 1h, follow_up: every 1h }}"));
        var plans = string.Concat(Enumerable.Range(0, 98).Select(plan =>
            $"\n  - {{ plan: p{plan}, title: {title}, calendar: always, channels: {{ accepted: [portal], others: untimed }}, targets: {(plan == 0 ? $"&t {{ {targets} }}" : "*t")} }}"));
        var readings = "\nreadings:\n" + string.Concat(Enumerable.Range(0, 50).Select(reading =>
            $"  - {{ reading: r{reading}, title: {title}, default: x, options: [{{ option: o, title: {title}, patches: [{string.Join(", ", Enumerable.Repeat($"{{ plans: [p{reading}], start: {(reading % 2 == 0 ? "received" : "agent_responded")} }}", 10))}] }}] }}\n"));
        var text = Documents.Text("demo");
        var parsed = PolicyDocument.Parse(text.Insert(text.IndexOf("plans:", StringComparison.Ordinal) + "plans:".Length, plans) + readings);
        Assert.Empty(parsed.Problems);

        var found = await Task.Run(() => Lint(parsed), TestContext.Current.CancellationToken);

        Assert.DoesNotContain(found, finding => finding.Rule == "readings-collide");
    }

    [Fact]
    public void Lint_Cancelled_Ends() =>
        Assert.ThrowsAny<OperationCanceledException>(() => PolicyLinter.Lint(Documents.Parsed("demo"), new CancellationToken(canceled: true)));

    [Fact]
    public void Lint_RefusedDocument_FindsNothing() => Assert.Empty(Lint(PolicyDocument.Parse("policy: x")));

    private static ImmutableArray<Finding> Lint(ParsedPolicy parsed) => PolicyLinter.Lint(parsed, TestContext.Current.CancellationToken);

    private static IEnumerable<string> Found(ParsedPolicy parsed) => Lint(parsed).Select(finding => $"{finding.Rule} {finding.Path}");
}
