using System.Security.Cryptography;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Catalog;

public sealed class PolicyReadTests(CatalogHost host) : IClassFixture<CatalogHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ListPolicies_FourDocuments_AreInForceByName()
    {
        var answer = await host.Client.ListPoliciesAsync(new ListPoliciesRequest(), cancellationToken: Cancel);

        Assert.Equal(["policies/collibra", "policies/domo", "policies/xtm", "policies/zmanda"], answer.Policies.Select(policy => policy.Name));
        Assert.All(answer.Policies, policy => Assert.True(policy.Document.IsEmpty));
    }

    [Fact]
    public async Task ListPolicies_PagesOfThree_HoldEveryPolicyOnce()
    {
        var first = await host.Client.ListPoliciesAsync(new ListPoliciesRequest { PageSize = 3 }, cancellationToken: Cancel);
        var second = await host.Client.ListPoliciesAsync(new ListPoliciesRequest { PageSize = 3, PageToken = first.NextPageToken }, cancellationToken: Cancel);

        Assert.Equal(3, first.Policies.Count);
        Assert.Equal("policies/zmanda", Assert.Single(second.Policies).Name);
        Assert.Empty(second.NextPageToken);
    }

    [Fact]
    public async Task ListPolicies_TokenOfAnotherQuery_IsRefused()
    {
        var first = await host.Client.ListPoliciesAsync(new ListPoliciesRequest { PageSize = 3 }, cancellationToken: Cancel);

        var refused = await RefusedCall.OfAsync(host.Client.ListPoliciesAsync(new ListPoliciesRequest { PageToken = first.NextPageToken, Language = "fr" }, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.InvalidPageToken, "page_token", "begin without one");
    }

    [Fact]
    public async Task ListPolicies_PageSizeMinusOne_IsRefused()
    {
        var refused = await RefusedCall.OfAsync(host.Client.ListPoliciesAsync(new ListPoliciesRequest { PageSize = -1 }, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.InvalidPageSize, "page_size", "give 0 for 100, or 1 to 1000");
    }

    [Fact]
    public async Task GetPolicy_InForce_HasItsDocumentUnderItsHash()
    {
        var policy = await host.Client.GetPolicyAsync(new GetPolicyRequest { Name = "policies/xtm" }, cancellationToken: Cancel);

        Assert.Equal(policy.DocumentSha256, Convert.ToHexStringLower(SHA256.HashData(policy.Document.Span)));
        Assert.Equal($"policies/xtm@{policy.DocumentSha256[..12]}", policy.RevisionName);
        Assert.Equal(RulingSeverity.Verified, policy.RulingSeverity);
        Assert.Equal(["P1", "P2", "P3", "P4"], policy.Severities.Select(severity => severity.Label));
        Assert.Equal(["basic", "silver", "gold"], policy.PlanIds);
    }

    [Fact]
    public async Task GetPolicy_ByRevision_IsTheSame()
    {
        var current = await host.Client.GetPolicyAsync(new GetPolicyRequest { Name = "policies/domo" }, cancellationToken: Cancel);

        var named = await host.Client.GetPolicyAsync(new GetPolicyRequest { Name = current.RevisionName }, cancellationToken: Cancel);

        Assert.Equal(current, named);
    }

    [Fact]
    public async Task GetPolicy_BeforeTheFirstRevision_SaysNoneIsInForce()
    {
        var request = new GetPolicyRequest { Name = "policies/xtm", AsOfTime = Timestamp.FromDateTimeOffset(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)) };

        var refused = await RefusedCall.OfAsync(host.Client.GetPolicyAsync(request, cancellationToken: Cancel));

        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.NoRevisionInForce), (refused.Code, refused.Reason));
        Assert.Contains("ask for a later time", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("policies/nobody", ErrorReason.PolicyNotFound, "ListPolicies")]
    [InlineData("policies/xtm@000000000000", ErrorReason.RevisionNotFound, "ListPolicyRevisions")]
    public async Task GetPolicy_Unknown_IsNotFound(string name, ErrorReason reason, string advice)
    {
        var refused = await RefusedCall.OfAsync(host.Client.GetPolicyAsync(new GetPolicyRequest { Name = name }, cancellationToken: Cancel));

        Assert.Equal((StatusCode.NotFound, reason), (refused.Code, refused.Reason));
        Assert.Equal(name, refused.Info.Metadata["resource"]);
        Assert.Contains(advice, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetPolicy_NameOfTenMegabytes_IsRefusedInFewWords()
    {
        var request = new GetPolicyRequest { Name = "policies/" + new string('x', 10 * 1024 * 1024) };

        var refused = await RefusedCall.OfAsync(host.Client.GetPolicyAsync(request, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.InvalidResourceName, "name", "policies/{policy}");
        Assert.InRange(refused.Message.Length, 1, 600);
    }

    [Fact]
    public async Task ListPolicyRevisions_OneDocument_IsOneOpenEndedRevision()
    {
        var answer = await host.Client.ListPolicyRevisionsAsync(new ListPolicyRevisionsRequest { Policy = "policies/zmanda" }, cancellationToken: Cancel);

        Assert.Null(Assert.Single(answer.Revisions).SupersededTime);
    }

    [Fact]
    public async Task GetPlan_InItalian_ShowsFeaturesTargetsAndLadder()
    {
        var plan = await host.Client.GetPlanAsync(new GetPlanRequest { Name = "policies/xtm/plans/gold", Language = "it-CH" }, cancellationToken: Cancel);

        Assert.True(plan.Timed);
        Assert.Contains(plan.Features, feature => feature.Id == "named-email-users" && feature.Value.Quantity == 20);
        var resolution = Assert.Single(plan.Targets, target => target is { Level: 2, Milestone: MilestoneKind.Resolution });
        Assert.Equal("3 giorni solari", resolution.Target.Summary);
        Assert.Equal(3, resolution.Target.Timed.Amount.CalendarDays);
        Assert.Equal("Europe/Warsaw", resolution.Target.Timed.TimeZone);
        Assert.Equal("Amministratore delegato", resolution.Ladder.Rungs[3].Role);
    }

    [Fact]
    public async Task GetPlan_Unknown_IsNotFoundAndNamesThePlansThereAre()
    {
        var refused = await RefusedCall.OfAsync(host.Client.GetPlanAsync(new GetPlanRequest { Name = "policies/xtm/plans/bronze" }, cancellationToken: Cancel));

        Assert.Equal((StatusCode.NotFound, ErrorReason.PlanNotFound), (refused.Code, refused.Reason));
        Assert.Contains("basic, silver, gold", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListPlans_OfAllPolicies_AreByPolicyThenInDocumentOrder()
    {
        var answer = await host.Client.ListPlansAsync(new ListPlansRequest { Parent = "policies/-" }, cancellationToken: Cancel);

        var names = answer.Plans.Select(plan => plan.Name).ToList();
        Assert.Equal(["policies/collibra/plans/standard", "policies/collibra/plans/premium"], names[..2]);
        Assert.Contains("policies/domo/plans/diamond", names);
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public async Task GetBusinessCalendar_Known_HasItsWindowsAndRevisionName()
    {
        var calendar = await host.Client.GetBusinessCalendarAsync(new GetBusinessCalendarRequest { Name = "policies/xtm/calendars/developers" }, cancellationToken: Cancel);

        Assert.Equal("Europe/Warsaw", calendar.TimeZone);
        Assert.Equal(5, calendar.Windows.Count);
        Assert.All(calendar.Windows, window => Assert.Equal(("08:30", "17:00"), (window.Open, window.Close)));
        Assert.StartsWith("policies/xtm@", calendar.Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetBusinessCalendar_Unknown_IsNotFound()
    {
        var refused = await RefusedCall.OfAsync(host.Client.GetBusinessCalendarAsync(new GetBusinessCalendarRequest { Name = "policies/xtm/calendars/moon" }, cancellationToken: Cancel));

        Assert.Equal((StatusCode.NotFound, ErrorReason.CalendarNotFound), (refused.Code, refused.Reason));
        Assert.Contains("24x5", refused.Message, StringComparison.Ordinal);
    }
}
