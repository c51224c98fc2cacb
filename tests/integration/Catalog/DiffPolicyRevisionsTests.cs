using Grpc.Core;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Catalog;

public sealed class DiffPolicyRevisionsTests(CatalogHost host) : IClassFixture<CatalogHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DiffPolicyRevisions_TargetChanged_SaysItInTermsOfThePlan()
    {
        var answer = await DiffAsync("xtm", "en", text => text.Replace("within: 3 business_days", "within: 3 calendar_days", StringComparison.Ordinal));

        var change = Assert.Single(answer.Changes);
        Assert.Equal("silver P2 resolution: 3 business days -> 3 calendar days", change.Summary);
        Assert.Equal(("plans.silver.targets.P2.resolution", "silver", "3 business days", "3 calendar days"), (change.Path, change.PlanId, change.FromValue, change.ToValue));
    }

    [Theory]
    [InlineData("en", "gold P1 initial response calendar: 24x7 -> 24x5", "gold TAM hours: 12 hours per month -> 16 hours per month", "P4 name: Operational, slightly restricted -> Operational, barely restricted", "reading pace: — -> How fast?")]
    [InlineData("fr", "gold P1 première réponse calendrier: 24x7 -> 24x5", "gold Heures de TAM: 12 heures par mois -> 16 heures par mois", "P4 nom: en: Operational, slightly restricted -> en: Operational, barely restricted", "lecture pace: — -> How fast?")]
    [InlineData("it", "gold P1 prima risposta calendario: 24x7 -> 24x5", "gold Ore TAM: 12 ore per mese -> 16 ore per mese", "P4 nome: en: Operational, slightly restricted -> en: Operational, barely restricted", "lettura pace: — -> How fast?")]
    [InlineData("zh-Hans", "gold P1 首次响应 日历: 24x7 -> 24x5", "gold TAM 工时: 每月 12 小时 -> 每月 16 小时", "P4 名称: en: Operational, slightly restricted -> en: Operational, barely restricted", "解读 pace: — -> How fast?")]
    public async Task DiffPolicyRevisions_SeveralChanges_AreSaidInTheLanguageAskedFor(string language, params string[] expected)
    {
        var answer = await DiffAsync("xtm", language, text => text
            .Replace("initial_response: { within: 30m, calendar: 24x7 }", "initial_response: 30m", StringComparison.Ordinal)
            .Replace("tam-hours: { amount: 12", "tam-hours: { amount: 16", StringComparison.Ordinal)
            .Replace("name: { en: \"Operational, slightly restricted\"", "name: { en: \"Operational, barely restricted\"", StringComparison.Ordinal)
            .Replace("exclusions:\n", "readings:\n  - { reading: pace, title: How fast?, default: slow, options: [{ option: fast, title: Fast, patches: [{ calendar: 24x7 }] }] }\n\nexclusions:\n", StringComparison.Ordinal));

        Assert.Equal(expected.Order(StringComparer.Ordinal), answer.Changes.Select(change => change.Summary).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task DiffPolicyRevisions_LevelsLabelledWithASpace_ArePathsByNumber()
    {
        var answer = await DiffAsync("domo", "en", text => text.Replace("1: { initial_response: 6h,", "1: { initial_response: 5h,", StringComparison.Ordinal));

        Assert.Equal(
            [("plans.silver.targets.1.initial_response", "silver Severity 1 initial response: 6 hours -> 5 hours")], answer.Changes.Select(change => (change.Path, change.Summary)));
    }

    [Fact]
    public async Task DiffPolicyRevisions_TheSameRevision_IsEmpty()
    {
        var xtm = await host.Client.GetPolicyAsync(new GetPolicyRequest { Name = "policies/xtm" }, cancellationToken: Cancel);

        Assert.Empty((await host.Client.DiffPolicyRevisionsAsync(new DiffPolicyRevisionsRequest { FromRevision = xtm.RevisionName, ToRevision = xtm.RevisionName }, cancellationToken: Cancel)).Changes);
    }

    [Fact]
    public async Task DiffPolicyRevisions_SeveralFaults_NamesAllAtOnce()
    {
        var refused = await RefusedCall.OfAsync(host.Client.DiffPolicyRevisionsAsync(
            new DiffPolicyRevisionsRequest { FromRevision = "policies/xtm", Language = "?" }, cancellationToken: Cancel));

        Assert.Equal(["from_revision", "language", "to_revision"], refused.Violations.Select(violation => violation.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task DiffPolicyRevisions_TwoPolicies_IsRefused()
    {
        var refused = await RefusedCall.OfAsync(host.Client.DiffPolicyRevisionsAsync(
            new DiffPolicyRevisionsRequest { FromRevision = "policies/xtm@a", ToRevision = "policies/domo@b" }, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.InvalidResourceName, "to_revision", "give a revision of 'xtm'");
    }

    [Fact]
    public async Task DiffPolicyRevisions_UnknownRevision_IsNotFound()
    {
        var refused = await RefusedCall.OfAsync(host.Client.DiffPolicyRevisionsAsync(
            new DiffPolicyRevisionsRequest { FromRevision = "policies/xtm@a", ToRevision = "policies/xtm@b" }, cancellationToken: Cancel));

        Assert.Equal((StatusCode.NotFound, ErrorReason.RevisionNotFound), (refused.Code, refused.Reason));
    }

    /// <summary>Publishes a bundled document and a changed one as a policy of the test's own, and compares them.</summary>
    private async Task<DiffPolicyRevisionsResponse> DiffAsync(string source, string language, Func<string, string> change)
    {
        var text = (await File.ReadAllTextAsync(Repository.PathOf($"services/catalog/policies/{source}.yaml"), Cancel)).Replace($"policy: {source}", $"policy: {Given.NewId()}", StringComparison.Ordinal);
        var changed = change(text);
        Assert.NotEqual(text, changed);
        var revisions = new List<string>();
        foreach (var (document, days) in new[] { (text, 1), (changed, 2) })
        {
            var request = Given.Publish(document);
            request.EffectiveTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(DateTimeOffset.Parse("2026-07-01T00:00:00Z", null).AddDays(days));
            revisions.Add((await host.Client.PublishPolicyAsync(request, cancellationToken: Cancel)).RevisionName);
        }

        return await host.Client.DiffPolicyRevisionsAsync(new DiffPolicyRevisionsRequest { FromRevision = revisions[0], ToRevision = revisions[1], Language = language }, cancellationToken: Cancel);
    }
}
