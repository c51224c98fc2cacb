using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SlaPlatform.PolicyDocuments.Comparing;

namespace SlaPlatform.PolicyDocuments.Tests.Comparing;

public sealed class PolicyDiffTests
{
    [Theory]
    [MemberData(nameof(ShippedDocumentTests.Ids), MemberType = typeof(ShippedDocumentTests))]
    public void Between_TheSamePolicy_IsEmpty(string id) => Assert.Empty(PolicyDiff.Between(Documents.Policy(id), Documents.Policy(id)));

    [Theory]
    [InlineData("every 1h", "every 2h", "plans/silver/targets/1/update")]
    [InlineData("within: 3 calendar_days", "within: 4 calendar_days", "plans/gold/targets/2/resolution")]
    [InlineData("initial_response: { within: 30m, calendar: 24x7 }", "initial_response: 30m", "plans/gold/targets/1/initial_response/calendar")]
    [InlineData("P2..P4: { initial_response: automatic }", "P2..P4: { initial_response: best_effort }", "plans/basic/targets/2/initial_response", "plans/basic/targets/3/initial_response", "plans/basic/targets/4/initial_response")]
    [InlineData("initial_response: 2h", "initial_response: automatic", "plans/gold/targets/3/initial_response")]
    [InlineData("tam-hours: { amount: 4, unit: hours, per: month, step: 0.25", "tam-hours: { amount: 5, unit: hours, per: month, step: 0.5", "plans/silver/features/tam-hours", "plans/silver/features/tam-hours/step")]
    [InlineData("release-demonstrations: true", "", "plans/gold/features/release-demonstrations")]
    [InlineData("mon: \"08:00-24:00\", tue..fri: \"00:00-24:00\", sat: \"00:00-08:00\"", "mon: \"08:00-24:00\", tue..fri: \"00:00-24:00\"", "calendars/24x5/windows")]
    [InlineData("zone: Europe/Warsaw, windows: always", "zone: Europe/Paris, windows: always", "calendars/24x7/zone")]
    [InlineData("en: \"CEO\"", "en: \"Owner\"", "ladders/management/levels/4")]
    [InlineData("escalation: { ladder: management, every: 4h }", "escalation: { ladder: management, every: 5h }", "plans/gold/targets/2/escalation/every")]
    [InlineData("auto_close: { after: 14 calendar_days, calendar: 24x5, warn_before: 48h, source: \"XTM SLA 1.1 §2 (warning settled)\" }", "auto_close: never", "plans/basic/auto_close")]
    [InlineData("named_email_users: 5", "named_email_users: 6", "plans/silver/named_email_users")]
    [InlineData("notice: 8h", "notice: 9h", "provisions/scheduled-maintenance/values/notice")]
    public void Between_AChangeOfXtm_TellsThatAlone(string text, string replacement, params string[] expected)
    {
        var changed = Documents.Text("xtm").Replace(text, replacement, StringComparison.Ordinal);
        Assert.NotEqual(Documents.Text("xtm"), changed);

        Assert.Equal(expected.Order(StringComparer.Ordinal), Paths(Documents.Policy("xtm"), changed).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Between_APlanIsAdded_TellsThePlanAndNothingOfIt()
    {
        var text = Documents.Text("demo");
        var later = PolicyDocument.Parse(text + text[text.IndexOf("  - plan: seconds", StringComparison.Ordinal)..].Replace("plan: seconds", "plan: minutes", StringComparison.Ordinal));
        Assert.Empty(later.Problems);

        var added = Assert.Single(PolicyDiff.Between(Documents.Policy("demo"), later.Policy!));
        var removed = Assert.Single(PolicyDiff.Between(later.Policy!, Documents.Policy("demo")));

        Assert.Equal(("minutes", "minutes"), (added.PlanId, removed.PlanId));
        Assert.Equal((null, "Seconds"), (added.From, Assert.IsType<StatedValue.Thing>(added.To).Name.English));
        Assert.Equal((null, "Seconds"), (removed.To, Assert.IsType<StatedValue.Thing>(removed.From).Name.English));
    }

    [Fact]
    public void Between_RulesInAnotherOrder_TellsTheOrder()
    {
        var text = Documents.Text("zmanda");
        var (first, second, third) = (text.IndexOf("    - id: p3-limited", StringComparison.Ordinal), text.IndexOf("    - id: p3-data", StringComparison.Ordinal), text.IndexOf("    - id: p4-question", StringComparison.Ordinal));

        Assert.Equal(["severities/rules"], Paths(Documents.Policy("zmanda"), text[..first] + text[second..third] + text[first..second] + text[third..]));
    }

    /// <summary>Whatever leaf of the canonical form another value is given, if that is another document it is another policy for the comparison, too.</summary>
    [Theory]
    [MemberData(nameof(ShippedDocumentTests.Ids), MemberType = typeof(ShippedDocumentTests))]
    public void Between_AnyLeafOfTheDocumentChanged_TellsSomething(string id)
    {
        var parsed = Documents.Parsed(id);
        var text = Encoding.UTF8.GetString(parsed.CanonicalBytes.AsSpan());
        var leaves = Leaves(JsonNode.Parse(text)!).Where(IsLookedAt).ToArray();
        var (sound, silent) = (0, new List<string>());
        foreach (var path in leaves)
        {
            var root = JsonNode.Parse(text)!;
            Change(Find(root, path));
            var changed = PolicyDocument.Parse(root.ToJsonString());
            if (changed.IsValid && changed.ContentHash != parsed.ContentHash)
            {
                sound++;
                if (PolicyDiff.Between(parsed.Policy!, changed.Policy).IsEmpty)
                {
                    silent.Add(path);
                }
            }
        }

        Assert.Empty(silent);
        Assert.True(sound > leaves.Length / 2, $"Only {sound} of {leaves.Length} changes gave a sound document.");
    }

    // Acceptances are the author's, not the policy's; and one translation stands for all.
    private static bool IsLookedAt(string path) =>
        path != "$.policy" && !path.StartsWith("$.accepts", StringComparison.Ordinal) && !path.EndsWith(".it", StringComparison.Ordinal) && !path.EndsWith(".zh", StringComparison.Ordinal);

    private static IEnumerable<string> Paths(Engine.Policies.Policy from, string later)
    {
        var parsed = PolicyDocument.Parse(later);
        Assert.Empty(parsed.Problems);
        return PolicyDiff.Between(from, parsed.Policy!).Select(change => string.Join('/', change.Path.Select(step => step.Text)));
    }

    private static IEnumerable<string> Leaves(JsonNode node) => node switch
    {
        JsonObject map => map.SelectMany(entry => Leaves(entry.Value!)),
        JsonArray list => list.SelectMany(item => Leaves(item!)),
        _ => [node.GetPath()],
    };

    private static JsonNode Find(JsonNode root, string path) => Nodes(root).First(node => node is JsonValue && node.GetPath() == path);

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => node switch
    {
        JsonObject map => map.SelectMany(entry => Nodes(entry.Value!)).Prepend(node),
        JsonArray list => list.SelectMany(item => Nodes(item!)).Prepend(node),
        _ => [node],
    };

    private static void Change(JsonNode leaf)
    {
        var value = leaf.AsValue();
        JsonNode other = value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.True => false,
            System.Text.Json.JsonValueKind.False => true,
            System.Text.Json.JsonValueKind.Number => decimal.Parse(value.ToJsonString(), CultureInfo.InvariantCulture) + 1,
            _ => Other(value.GetValue<string>()),
        };
        leaf.ReplaceWith(other);
    }

    private static string Other(string text) => text switch
    {
        "Europe/Warsaw" or "America/Denver" or "account" or "UTC" => "Asia/Tokyo",
        "claimed" => "verified",
        "verified" => "claimed",
        "resume" => "restart",
        "retroactive" => "restart",
        "untimed" => "refused",
        "refused" => "untimed",
        _ when text.Length > 0 && char.IsAsciiDigit(text[0]) && text.Any(char.IsAsciiLetterLower) => $"1{text}",
        _ when text.Contains(' ', StringComparison.Ordinal) => $"{text} too",
        _ => $"{text}x",
    };
}
