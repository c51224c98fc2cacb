using System.Text;

namespace SlaPlatform.PolicyDocuments.Tests;

public sealed class PolicyDocumentTests
{
    [Theory]
    [InlineData("policy: demo", "policy: Demo!", "identifier", "policy")]
    [InlineData("tier: 1", "teir: 1", "unknown-key", "plans/seconds/teir")]
    [InlineData("ruling: claimed", "ruling: nobody", "choice", "severities/ruling")]
    [InlineData("initial_response: 10s", "initial_response: 10 parsecs", "amount", "plans/seconds/targets/1/initial_response")]
    [InlineData("initial_response: 10s", "initial_response: every 10s", "recurrence", "plans/seconds/targets/1/initial_response")]
    [InlineData("initial_response: 10s", "initial_response: 0s", "amount", "plans/seconds/targets/1/initial_response")]
    [InlineData("calendar: always", "calendar: allways", "unknown-name", "plans/seconds/calendar")]
    [InlineData("      P2:", "      P7:", "level", "plans/seconds/targets/P7")]
    [InlineData("      P2:", "      P1..P2:", "duplicate", "plans/seconds/targets/1")]
    [InlineData("always: { windows: always", "always: { zone: Mars/Olympus, windows: always", "calendar", "calendars/always/zone")]
    [InlineData("always: { windows: always", "always: { zone: UTC, windows: { mon: 09:00-09:00 }", "calendar", "calendars/always/windows")]
    [InlineData("always: { windows: always", "always: { zone: UTC, windows: { mon: [09:00-12:00, 11:00-13:00] }", "calendar", "calendars/always/windows")]
    [InlineData("always: { windows: always", "always: { zone: UTC, windows: { mon: 25:00-26:00 }", "window", "calendars/always/windows/mon")]
    [InlineData("always: { windows: always", "always: { zone: UTC, windows: {}", "calendar", "calendars/always/windows")]
    [InlineData("always: { windows: always", "always: { zone: UTC, windows: { fri..mon: 09:00-10:00 }", "weekday", "calendars/always/windows/fri..mon")]
    [InlineData("features: { speed: true }", "features: { sped: true }", "unknown-name", "plans/seconds/features/sped")]
    [InlineData("ladder: chain, every: 10s", "ladder: chan, every: 10s", "unknown-name", "plans/seconds/targets/1/escalation/ladder")]
    [InlineData("warnings: [50%", "warnings: [150%", "warning", "plans/seconds/targets/1/resolution/warnings")]
    [InlineData("effective_from: 2024-01-01", "effective_from: 2024-02-30", "date", "effective_from")]
    [InlineData("title: { en: \"Seconds\"", "title: { de: \"Sekunden\"", "no-english", "plans/seconds/title")]
    [InlineData("availability: [down", "avail: [down", "choice", "severities/rules/p1-down/when/avail")]
    [InlineData("availability: [down", "availability: [broken", "choice", "severities/rules/p1-down/when/availability")]
    [InlineData("version: \"1\"", "version:", "no-value", "version")]
    public void Parse_OneFault_NamesItsPlaceAndRule(string text, string replacement, string rule, string path)
    {
        var parsed = PolicyDocument.Parse(Documents.Text("demo").Replace(text, replacement, StringComparison.Ordinal));

        Assert.False(parsed.IsValid);
        var problem = Assert.Single(parsed.Problems, problem => problem.Rule == rule && problem.Path == path);
        Assert.True(problem.Line > 1, problem.ToString());
    }

    [Theory]
    [InlineData("notice: 18 months", "notice: 18 hours", "notice")]
    [InlineData("termination_notice: 30 calendar_days, ", "", "termination_notice")]
    [InlineData("refund: by_day", "refund: by_month", "refund")]
    public void Parse_SunsetThatCannotBeWorkedOut_NamesTheValue(string text, string replacement, string value)
    {
        var parsed = PolicyDocument.Parse(Documents.Text("collibra").Replace(text, replacement, StringComparison.Ordinal));

        Assert.Equal($"provisions/sunset/values/{value}", Assert.Single(parsed.Problems).Path);
    }

    [Fact]
    public void Parse_SunsetWithoutValues_NamesEach()
    {
        var text = Documents.Text("demo") + "\nprovisions:\n  - { id: sunset, text: Features may end. }\n";

        Assert.Equal(4, PolicyDocument.Parse(text).Problems.Count(problem => problem.Rule == "sunset"));
    }

    [Fact]
    public void Parse_SecondAvailabilityGuaranteeOfAPlan_IsRefused()
    {
        var parsed = PolicyDocument.Parse(Documents.Text("xtm").Replace("escalation-path: true", "escalation-path: { guarantee: 99, per: month, credit: 5 }", StringComparison.Ordinal));

        var problem = Assert.Single(parsed.Problems);
        Assert.Equal(("duplicate", "plans/gold/features/escalation-path"), (problem.Rule, problem.Path));
    }

    [Fact]
    public void Parse_GuaranteeOfNothing_IsRefused()
    {
        var parsed = PolicyDocument.Parse(Documents.Text("xtm").Replace("guarantee: 99.5", "guarantee: 0", StringComparison.Ordinal));

        var problem = Assert.Single(parsed.Problems);
        Assert.Equal(("number", "plans/gold/features/availability/guarantee"), (problem.Rule, problem.Path));
    }

    [Fact]
    public void Parse_MisspelledKey_SuggestsTheRightOneAtItsPlace()
    {
        var parsed = PolicyDocument.Parse("policy: x\n  \ntitel: X\n");

        var problem = Assert.Single(parsed.Problems, problem => problem.Rule == "unknown-key");
        Assert.Equal((3, 1), (problem.Line, problem.Column));
        Assert.Contains("did you mean title?", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_SeveralFaults_ReportsAllAtOnceInOrder()
    {
        var parsed = PolicyDocument.Parse(Documents.Text("demo")
            .Replace("ruling: claimed", "ruling: nobody", StringComparison.Ordinal)
            .Replace("tier: 1", "tier: one", StringComparison.Ordinal)
            .Replace("version: \"1\"", "version: \"1\"\nversion: \"2\"", StringComparison.Ordinal));

        Assert.Equal(["duplicate-key", "choice", "number"], parsed.Problems.Select(problem => problem.Rule));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("# nothing", "empty")]
    [InlineData("just words", "type")]
    [InlineData("- a\n- b", "type")]
    [InlineData("a:\n  :\n'b': c", "syntax")]
    [InlineData("policy: [", "syntax")]
    [InlineData("policy: \"\\q\"", "syntax")]
    [InlineData("policy: *nowhere", "unknown-alias")]
    [InlineData("policy: &a [*a]", "unknown-alias")]
    [InlineData("policy: a\n---\npolicy: b", "several-documents")]
    [InlineData("policy: !!binary aGk=", "tag")]
    [InlineData("? [a]\n: b", "key")]
    public void Parse_NoPolicy_SaysWhy(string text, string rule) => Assert.Contains(PolicyDocument.Parse(text).Problems, problem => problem.Rule == rule);

    [Fact]
    public void Parse_MoreThanAMebibyte_IsRefused() => Assert.Equal("too-large", PolicyDocument.Parse(new string('#', DocumentLimits.Bytes + 1)).Problems.Single().Rule);

    [Fact]
    public void Parse_TenMegabyteText_IsRefused() => Assert.Equal("too-large", PolicyDocument.Parse("policy: " + new string('x', 10_000_000)).Problems.Single().Rule);

    [Fact]
    public void Parse_InvalidUtf8_IsRefused() => Assert.Equal("encoding", PolicyDocument.Parse([0x70, 0xff, 0xfe]).Problems.Single().Rule);

    [Fact]
    public void Parse_ByteOrderMark_IsSkipped() => Assert.True(PolicyDocument.Parse([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Documents.Text("demo"))]).IsValid);

    [Fact]
    public void Parse_DeepNesting_IsRefused() => Assert.Equal("too-deep", PolicyDocument.Parse("a: " + new string('[', 5000)).Problems.Single().Rule);

    [Fact]
    public void Parse_ExpandingAliases_IsRefused()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        Assert.Equal("too-many-values", PolicyDocument.Parse(text.ToString()).Problems.Single().Rule);
    }

    [Fact]
    public void Parse_ThousandsOfAliases_IsRefused() =>
        Assert.Equal("too-many-aliases", PolicyDocument.Parse("a: &a x\nb: [" + string.Join(", ", Enumerable.Repeat("*a", DocumentLimits.Aliases + 1)) + "]").Problems.Single().Rule);

    [Fact]
    public void Parse_LongText_IsRefused() => Assert.Contains(
        PolicyDocument.Parse(Documents.Text("demo").Replace("Everything stands still.", new string('x', DocumentLimits.TextLength + 1), StringComparison.Ordinal)).Problems,
        problem => problem.Rule == "length");

    /// <summary>What is compared pair by pair is bounded: a document that holds more is refused, and the field named.</summary>
    [Theory]
    [InlineData("readings", 51, 1, 1, "readings")]
    [InlineData("readings", 1, 21, 1, "readings/r0/options")]
    [InlineData("readings", 20, 20, 2, "readings")]
    [InlineData("plans", 101, 0, 0, "plans")]
    public void Parse_MoreThanADocumentMayHold_NamesTheField(string key, int items, int options, int patches, string path)
    {
        var text = Documents.Text("demo");
        const string title = "{ en: A, fr: A, it: A, zh: A }";
        var more = key == "readings"
            ? "\nreadings:\n" + string.Concat(Enumerable.Range(0, items).Select(item => $"  - {{ reading: r{item}, title: {title}, default: x, options: [{Options(options, patches)}] }}\n"))
            : string.Concat(Enumerable.Range(0, items).Select(item => $"\n  - {{ plan: p{item}, title: {title}, channels: {{ accepted: [portal], others: untimed }}, targets: {{ P1..P2: {{ resolution: best_effort }} }} }}"));
        var at = key == "readings" ? text.Length : text.IndexOf("plans:", StringComparison.Ordinal) + "plans:".Length;

        var problem = Assert.Single(PolicyDocument.Parse(text.Insert(at, more)).Problems);

        Assert.Equal((path, "too-many"), (problem.Path, problem.Rule));

        static string Options(int options, int patches) => string.Join(", ", Enumerable.Range(0, options).Select(option =>
            $"{{ option: o{option}, title: {title}, patches: [{string.Join(", ", Enumerable.Repeat("{ start: received }", patches))}] }}"));
    }

    /// <summary>A value of a provision is worked with or refused: a mistyped one would be kept and do nothing.</summary>
    [Theory]
    [InlineData("something", "figure: \"1\"", "figure", "unread-value")]
    [InlineData("something", "owed: \"1\", per: week, clocks: go_on", "clocks", "unread-value")]
    [InlineData("something", "queue: desk, region: eu", "region", "unread-value")]
    [InlineData("scheduled-maintenance", "notice: 8h, stops_clocks: \"no\"", "stops_clocks", "unread-value")]
    [InlineData("availability-credit", "claim_window: none, remedy: sole", "remedy", "unread-value")]
    [InlineData("availability-scope", "instance: operated_by_account", "instance", "unread-value")]
    [InlineData("availability-scope", "instances: own", "instances", "availability-scope")]
    [InlineData("availability-exclusions", "force_majeur: excluded", "force_majeur", "unread-value")]
    [InlineData("availability-exclusions", "force_majeure: exclude", "force_majeure", "availability-exclusions")]
    [InlineData("language", "languages: en", "languages", "unread-value")]
    [InlineData("language", "language: English", "language", "language")]
    [InlineData("unsupported-version", "fact: closed, reason: upgrade_required", "fact", "unsupported-version")]
    [InlineData("unsupported-version", "fact: waiting_on_customer", "reason", "unsupported-version")]
    public void Parse_ProvisionValueThatNothingReads_NamesIt(string id, string values, string name, string rule)
    {
        var text = Documents.Text("demo") + $"\nprovisions:\n  - {{ id: {id}, text: Stated., values: {{ {values} }} }}\n";

        var problem = Assert.Single(PolicyDocument.Parse(text).Problems);

        Assert.Equal(($"provisions/{id}/values/{name}", rule), (problem.Path, problem.Rule));
    }
}
