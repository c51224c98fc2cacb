using Grpc.Core;
using SlaPlatform.Contracts.Catalog.V1;

namespace SlaPlatform.Integration.Tests.Catalog;

public sealed class LanguageTests(CatalogHost host) : IClassFixture<CatalogHost>
{
    [Theory]
    [InlineData("fr", "Or")]
    [InlineData("it", "Oro")]
    [InlineData("zh-Hans-CN", "黄金版")]
    [InlineData("IT-ch", "Oro")]
    [InlineData("fr;q=0.2, it;q=0.9, en;q=0.5", "Oro")]
    [InlineData("de, it;q=0.1", "Oro")]
    [InlineData("it;q=0, en", "Gold")]
    [InlineData("de", "Gold")]
    [InlineData("*", "Gold")]
    [InlineData(", ;;, it;q=high, ?", "Gold")]
    [InlineData("", "Gold")]
    public async Task GetPlan_AcceptLanguage_ChoosesTheTexts(string accepted, string title)
    {
        var call = new CallOptions(new Metadata { { "accept-language", accepted } }, cancellationToken: TestContext.Current.CancellationToken);

        var plan = await host.Client.GetPlanAsync(new GetPlanRequest { Name = "policies/domo/plans/gold" }, call);

        Assert.Equal(title, plan.Title);
    }

    [Fact]
    public async Task GetPlan_LanguageOfTheRequest_CountsBeforeTheMetadata()
    {
        var call = new CallOptions(new Metadata { { "accept-language", "fr" } }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("Oro", (await host.Client.GetPlanAsync(new GetPlanRequest { Name = "policies/domo/plans/gold", Language = "IT" }, call)).Title);
    }

    [Theory]
    [InlineData("fr", "Quelle gravité fait foi.")]
    [InlineData("it", "Quale gravità vale.")]
    [InlineData("zh", "以谁认定的严重程度为准。")]
    public async Task GetPolicy_AcceptLanguage_ChoosesTheReadingsToo(string accepted, string description)
    {
        var call = new CallOptions(new Metadata { { "accept-language", accepted } }, cancellationToken: TestContext.Current.CancellationToken);

        var policy = await host.Client.GetPolicyAsync(new GetPolicyRequest { Name = "policies/domo" }, call);

        Assert.Equal(description, policy.Readings.Single(reading => reading.Id == "severity").Description);
    }

    [Theory]
    [InlineData("en", "Severity 1")]
    [InlineData("fr", "Gravité 1")]
    [InlineData("it", "Gravità 1")]
    [InlineData("zh", "严重级别 1")]
    public async Task GetPlan_AcceptLanguage_ChoosesTheLabelsOfLevels(string accepted, string label)
    {
        var call = new CallOptions(new Metadata { { "accept-language", accepted } }, cancellationToken: TestContext.Current.CancellationToken);

        var plan = await host.Client.GetPlanAsync(new GetPlanRequest { Name = "policies/domo/plans/gold" }, call);
        var policy = await host.Client.GetPolicyAsync(new GetPolicyRequest { Name = "policies/domo" }, call);

        Assert.Equal((label, label), (plan.Targets[0].Label, policy.Severities[0].Label));
    }
}
