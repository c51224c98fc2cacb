using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Entitlements;

public abstract class CheckEntitlementTests(EntitlementsHost host)
{
    public sealed class OnSqlite(EntitlementsHost host) : CheckEntitlementTests(host), IClassFixture<EntitlementsHost>;

    public sealed class OnPostgres(PostgresEntitlementsHost host) : CheckEntitlementTests(host), IClassFixture<PostgresEntitlementsHost>;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CheckEntitlement_KnownContact_IsAllowedWithAllThatAClockNeeds()
    {
        var account = await host.AccountOnAsync("domo/plans/gold", Cancel);

        var answer = await CheckAsync(Given.Check(account));

        Assert.True(answer.Allowed);
        Assert.Equal((account, $"{account}/contacts/ana", $"{account}/subscriptions/main"), (answer.Account, answer.Contact, answer.Subscription));
        Assert.Equal(("Europe/Brussels", "BE", true), (answer.TimeZone, answer.Region, answer.TargetsApply));
        Assert.StartsWith($"policies/domo@{answer.DocumentSha256[..12]}/plans/gold", answer.Plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckEntitlement_LanguageThatIsNone_MakesNoDifference()
    {
        var account = await host.AccountOnAsync("domo/plans/gold", Cancel);
        var request = Given.Check(account);
        CheckEntitlementRequest.Descriptor.FindFieldByName("language").Accessor.SetValue(request, "no language");

        Assert.True((await CheckAsync(request)).Allowed);
    }

    [Fact]
    public async Task CheckEntitlement_SuspendedAndReinstated_FollowsAtOnce()
    {
        var account = await host.AccountOnAsync("domo/plans/gold", Cancel);
        Assert.True((await CheckAsync(Given.Check(account))).Allowed);

        await host.Client.SuspendAccountAsync(new SuspendAccountRequest { Name = account, Reason = "unpaid", RequestId = Given.NewRequestId() }, cancellationToken: Cancel);
        var suspended = await CheckAsync(Given.Check(account));
        await host.Client.ReinstateAccountAsync(new ReinstateAccountRequest { Name = account, RequestId = Given.NewRequestId() }, cancellationToken: Cancel);
        var reinstated = await CheckAsync(Given.Check(account));

        Assert.Equal([ErrorReason.AccountSuspended], suspended.Refusals.Select(refusal => refusal.Reason));
        Assert.True(reinstated.Allowed);
        Assert.True(suspended.AccountVersion < reinstated.AccountVersion);
    }

    [Fact]
    public async Task CheckEntitlement_SeveralThingsWrong_GivesEveryReason()
    {
        var account = await host.AccountOnAsync("zmanda/plans/standard", Cancel);

        var answer = await CheckAsync(Given.Check(account, Channel.Email, "zoe"));

        Assert.Equal([ErrorReason.UnknownContact, ErrorReason.ChannelNotInPlan], answer.Refusals.Select(refusal => refusal.Reason));
    }

    [Theory]
    [InlineData(Channel.Portal, "", true)]
    [InlineData(Channel.Email, "eve@example.com", true)]
    [InlineData(Channel.Email, "stranger@example.com", false)]
    [InlineData(Channel.Phone, "", false)]
    public async Task CheckEntitlement_XtmChannels_AreAllAcceptedAndOnlySomeMeasured(Channel channel, string identity, bool applies)
    {
        var account = await host.AccountOnAsync("xtm/plans/silver", Cancel);
        await host.Client.AddContactAsync(Given.AddContact(account, "eve", ContactKind.NamedEmailUser), cancellationToken: Cancel);
        var request = Given.Check(account, channel, contact: "");
        request.ChannelIdentity = identity;

        var answer = await CheckAsync(request);

        Assert.Equal((true, applies), (answer.Allowed, answer.TargetsApply));
        Assert.Equal(applies, answer.ExemptMessage.Length == 0);
    }

    [Fact]
    public async Task CheckEntitlement_AfterTheTrial_FallsToThePlanThatFollows()
    {
        var account = await host.AccountAsync(Cancel);
        var request = Given.CreateSubscription(account, "zmanda/plans/trial");
        request.Subscription.TrialEndDate = Given.Day(2026, 5, 31);
        await host.Client.CreateSubscriptionAsync(request, cancellationToken: Cancel);

        var answer = await CheckAsync(Given.Check(account, Channel.Email, contact: ""));

        Assert.EndsWith("/plans/community", answer.Plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckEntitlement_AfterTheTerm_IsExpired()
    {
        var account = await host.AccountOnAsync("domo/plans/gold", Cancel);
        var request = Given.Check(account);
        request.AsOfTime = new Timestamp { Seconds = DateTimeOffset.Parse("2027-01-01T00:00:00Z", null).ToUnixTimeSeconds() };

        Assert.Equal([ErrorReason.SubscriptionExpired], (await CheckAsync(request)).Refusals.Select(refusal => refusal.Reason));
    }

    [Fact]
    public async Task CheckEntitlement_PinnedRevision_IsWhatCountsAndNotTheLatest()
    {
        var earlier = host.Catalog.Publish("twice", "2025-01-01", "portal, email");
        var later = host.Catalog.Publish("twice", "2026-05-01", "portal");
        var pinned = await host.AccountOnAsync($"twice@{earlier.Id}/plans/seconds", Cancel);
        var following = await host.AccountOnAsync("twice/plans/seconds", Cancel);

        var byEmail = (Pinned: await CheckAsync(Given.Check(pinned, Channel.Email)), Following: await CheckAsync(Given.Check(following, Channel.Email)));
        var byPortal = (Pinned: await CheckAsync(Given.Check(pinned)), Following: await CheckAsync(Given.Check(following)));

        Assert.True(byEmail.Pinned.Allowed);
        Assert.Equal([ErrorReason.ChannelNotInPlan], byEmail.Following.Refusals.Select(refusal => refusal.Reason));
        Assert.Equal((earlier.ContentHash, $"policies/twice@{earlier.Id}/plans/seconds"), (byPortal.Pinned.DocumentSha256, byPortal.Pinned.Plan));
        Assert.Equal(later.ContentHash, byPortal.Following.DocumentSha256);
    }

    [Fact]
    public async Task CheckEntitlement_UnknownAccount_IsNotFound()
    {
        var refused = await RefusedCall.OfAsync(host.Client.CheckEntitlementAsync(Given.Check("accounts/nobody"), cancellationToken: Cancel));

        Assert.Equal((StatusCode.NotFound, ErrorReason.AccountNotFound), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task CheckEntitlement_ContactOfAnotherAccountAndNoChannel_NamesBoth()
    {
        var refused = await RefusedCall.OfAsync(host.Client.CheckEntitlementAsync(
            new CheckEntitlementRequest { Account = "accounts/one", Contact = "accounts/two/contacts/ana" }, cancellationToken: Cancel));

        Assert.Equal(["channel", "contact"], refused.Violations.Select(violation => violation.Field).Order(StringComparer.Ordinal));
    }

    private async Task<CheckEntitlementResponse> CheckAsync(CheckEntitlementRequest request) =>
        await host.Client.CheckEntitlementAsync(request, cancellationToken: Cancel);
}
