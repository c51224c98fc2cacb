using Google.Protobuf;
using Grpc.Core;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Catalog;

public sealed class PlanQuestionTests(CatalogHost host) : IClassFixture<CatalogHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "en", "P2: resolution", "3 business days", "next routine release")]
    [InlineData("fr-CA", "fr", "P2: résolution", "3 jours ouvrés", "prochaine version courante")]
    [InlineData("it", "it", "P2: risoluzione", "3 giorni lavorativi", "prossimo rilascio ordinario")]
    [InlineData("zh-Hans", "zh", "P2: 解决", "3 个工作日", "下一次例行发布")]
    [InlineData("de", "en", "P2: resolution", "3 business days", "next routine release")]
    public async Task ComparePlans_OfXtm_SpeaksTheLanguage(string language, string used, string row, string silver, string routine)
    {
        var table = await host.Client.ComparePlansAsync(new ComparePlansRequest { Plans = { "policies/xtm" }, Language = language }, cancellationToken: Cancel);

        Assert.Equal(used, table.Language);
        Assert.Equal(3, table.Columns.Count);
        Assert.All(table.Rows, shown => Assert.Equal(3, shown.Cells.Count));
        var resolution = Assert.Single(table.Rows, shown => shown.Id == "targets.2.resolution");
        Assert.Equal((row, silver), (resolution.Title, resolution.Cells[1].Display));
        Assert.Contains(table.Rows.Single(shown => shown.Id == "targets.4.resolution").Cells, cell => cell.Display == routine);
        Assert.Equal(20, table.Rows.Single(shown => shown.Id == "named-email-users").Cells[2].Quantity);
    }

    [Fact]
    public async Task ComparePlans_AcceptLanguageMetadata_IsUsedWithoutALanguage()
    {
        var headers = new Metadata { { "accept-language", "fr-FR,fr;q=0.9" } };

        var table = await host.Client.ComparePlansAsync(new ComparePlansRequest { Plans = { "policies/xtm" } }, headers, cancellationToken: Cancel);

        Assert.Equal("fr", table.Language);
    }

    [Fact]
    public async Task ComparePlans_AcrossPolicies_LeavesWhatAPlanLacksUnset()
    {
        var request = new ComparePlansRequest { Plans = { "policies/domo/plans/diamond", "policies/xtm/plans/gold" } };

        var table = await host.Client.ComparePlansAsync(request, cancellationToken: Cancel);

        var contacts = table.Rows.Single(row => row.Id == "authorized-contacts");
        Assert.True(contacts.Cells[0].HasQuantity);
        Assert.Equal((FeatureValue.ValueOneofCase.None, "—"), (contacts.Cells[1].ValueCase, contacts.Cells[1].Display));
    }

    [Fact]
    public async Task ComparePlans_Asked_GivesTheSameAnswerFromTheCache()
    {
        var request = new ComparePlansRequest { Plans = { "policies/domo" } };

        var first = await host.Client.ComparePlansAsync(request, cancellationToken: Cancel);
        var second = await host.Client.ComparePlansAsync(request, cancellationToken: Cancel);

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task ComparePlans_UnknownReading_IsRefused()
    {
        var request = new ComparePlansRequest { Plans = { "policies/domo" }, Readings = { ["moon"] = "full" } };

        var refused = await RefusedCall.OfAsync(host.Client.ComparePlansAsync(request, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.UnknownReading, "readings[moon]", "sev2-start");
    }

    [Fact]
    public async Task ResolveTargets_AnotherReading_ChangesTheStart()
    {
        var plain = new ResolveTargetsRequest { Plan = "policies/domo/plans/diamond", Level = 2, TimeZone = "America/Denver" };
        var chosen = new ResolveTargetsRequest(plain) { Readings = { ["sev2-start"] = "business-hours" } };

        var before = await host.Client.ResolveTargetsAsync(plain, cancellationToken: Cancel);
        var after = await host.Client.ResolveTargetsAsync(chosen, cancellationToken: Cancel);

        Assert.Equal("business-hours", after.Readings["sev2-start"]);
        Assert.NotEqual("business-hours", before.Readings["sev2-start"]);
        Assert.NotEqual(before.Targets, after.Targets);
        Assert.All(after.Targets, target => Assert.Equal(2, target.Level));
    }

    [Fact]
    public async Task ResolveTargets_CalendarInTheAccountsZone_HasThatZone()
    {
        var request = new ResolveTargetsRequest { Plan = "policies/collibra/plans/standard", TimeZone = "Europe/London" };

        var answer = await host.Client.ResolveTargetsAsync(request, cancellationToken: Cancel);

        Assert.Contains(answer.Calendars, calendar => calendar.TimeZone == "Europe/London" && calendar.Windows.Count == 5);
    }

    [Fact]
    public async Task ResolveTargets_AccountsZoneMissing_IsRequired()
    {
        var refused = await RefusedCall.OfAsync(host.Client.ResolveTargetsAsync(new ResolveTargetsRequest { Plan = "policies/collibra/plans/standard" }, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.FieldRequired, "time_zone", "Europe/Brussels");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public async Task ResolveTargets_UnknownLevel_IsRefused(int level)
    {
        var request = new ResolveTargetsRequest { Plan = "policies/xtm/plans/gold", Level = level };

        var refused = await RefusedCall.OfAsync(host.Client.ResolveTargetsAsync(request, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.UnknownLevel, "level", "levels 1 to 4");
    }

    [Fact]
    public async Task ValidatePolicy_OwnDocument_IsPublishableUnderTheSameHash()
    {
        var policy = await host.Client.GetPolicyAsync(new GetPolicyRequest { Name = "policies/xtm" }, cancellationToken: Cancel);

        var answer = await host.Client.ValidatePolicyAsync(new ValidatePolicyRequest { Document = policy.Document }, cancellationToken: Cancel);

        Assert.True(answer.Publishable);
        Assert.Equal(policy.DocumentSha256, answer.DocumentSha256);
        Assert.All(answer.Findings, finding => Assert.NotEmpty(finding.AcceptedReason));
    }

    [Theory]
    [InlineData("")]
    [InlineData("policy: [")]
    [InlineData("policy: x\nplans: 3\n")]
    [InlineData("a: &a [*a, *a]\n")]
    public async Task ValidatePolicy_Unsound_ListsErrorsWithTheirPlace(string yaml)
    {
        var answer = await host.Client.ValidatePolicyAsync(new ValidatePolicyRequest { Document = ByteString.CopyFromUtf8(yaml) }, cancellationToken: Cancel);

        Assert.False(answer.Publishable);
        Assert.Empty(answer.DocumentSha256);
        Assert.Contains(answer.Findings, finding => finding is { Severity: FindingSeverity.Error, Line: >= 1, Column: >= 1 });
    }

    [Fact]
    public async Task ValidatePolicy_TenMegabytes_SaysTheLimit()
    {
        var request = new ValidatePolicyRequest { Document = ByteString.CopyFrom(new byte[10 * 1024 * 1024]) };

        var answer = await host.Client.ValidatePolicyAsync(request, cancellationToken: Cancel);

        Assert.Contains("1048576", Assert.Single(answer.Findings).Message, StringComparison.Ordinal);
    }
}
