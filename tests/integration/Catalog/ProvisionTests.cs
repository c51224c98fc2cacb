using SlaPlatform.Contracts.Catalog.V1;

namespace SlaPlatform.Integration.Tests.Catalog;

/// <summary>What the policies say besides targets and features.</summary>
public sealed class ProvisionTests(CatalogHost host) : IClassFixture<CatalogHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("domo", "good-standing", "", "")]
    [InlineData("domo", "reasonable-efforts", "", "")]
    [InlineData("collibra", "region-zones", "", "")]
    [InlineData("collibra", "sunset", "notice", "18 months")]
    [InlineData("collibra", "customer-cooperation", "", "")]
    [InlineData("collibra", "no-guarantee", "", "")]
    [InlineData("zmanda", "priority-override", "", "")]
    [InlineData("xtm", "no-guarantee", "", "")]
    [InlineData("xtm", "public-cloud-updates", "", "")]
    [InlineData("xtm", "previous-version", "", "")]
    [InlineData("xtm", "scheduled-maintenance", "notice", "8h")]
    public async Task GetPolicy_EachProvision_IsGivenWithItsSource(string policy, string id, string value, string expected)
    {
        var answer = await host.Client.GetPolicyAsync(new GetPolicyRequest { Name = $"policies/{policy}" }, cancellationToken: Cancel);

        var provision = Assert.Single(answer.Provisions, provision => provision.Id == id);
        Assert.NotEmpty(provision.Description);
        Assert.NotEmpty(provision.Source);
        Assert.Equal(expected, value.Length == 0 ? "" : provision.Values[value]);
    }

    [Fact]
    public async Task GetPolicy_Domo_SaysWhomItRefusesAndThatChangesNeedAgreement()
    {
        var answer = await host.Client.GetPolicyAsync(new GetPolicyRequest { Name = "policies/domo", Language = "it" }, cancellationToken: Cancel);

        var refused = Assert.Single(answer.RefusedRegions);
        Assert.Equal(("JP", "https://www.domo.com/jp/company/support-package"), (refused.Region, refused.Url));
        Assert.Contains("giapponese", refused.Reason, StringComparison.Ordinal);
        Assert.True(answer.SeverityChangeNeedsAgreement);
    }

    [Fact]
    public async Task GetPolicy_Collibra_AsksForSevenItemsOfWhichOneIsItsOwn()
    {
        var answer = await host.Client.GetPolicyAsync(new GetPolicyRequest { Name = "policies/collibra", Language = "fr" }, cancellationToken: Cancel);

        Assert.Equal(
            ["what_fails", "user_impact", "start_time", "steps_to_reproduce", "logs", "error_messages", "incident_id"],
            answer.ReportItems.Select(item => item.Field));
        Assert.Equal(["incident_id"], answer.ReportItems.Where(item => item.AssignedByVendor).Select(item => item.Field));
        Assert.Equal("Quand cela a commencé.", answer.ReportItems[2].Prompt);
        Assert.False(answer.SeverityChangeNeedsAgreement);
    }
}
