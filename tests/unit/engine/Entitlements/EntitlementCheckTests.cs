using SlaPlatform.Engine.Entitlements;
using static SlaPlatform.Engine.Tests.Entitlements.AccessPolicies;

namespace SlaPlatform.Engine.Tests.Entitlements;

public sealed class EntitlementCheckTests
{
    [Fact]
    public void Check_KnownContactOnAListedChannel_IsAllowedWithItsTerms()
    {
        var allowed = Allowed(Record(Bought), FromAna);

        Assert.Equal((Silver, Bought.Terms, true), (allowed.Plan, allowed.Terms, allowed.TargetsApply));
        Assert.Equal(("main", "ana"), (allowed.Subscription!.Id, allowed.Contact!.Id));
    }

    [Fact]
    public void Check_SeveralThingsWrong_GivesEveryReason()
    {
        var record = Record(Bought with { Region = "jp" });
        var suspended = record with { Account = record.Account with { Standing = Standing.Suspended } };

        Assert.Equal(
            [RefusalReason.AccountSuspended, RefusalReason.RegionNotServed, RefusalReason.UnknownContact, RefusalReason.ChannelNotInPlan],
            Reasons(suspended, FromAna with { ContactId = "zoe", Channel = "email" }));
    }

    [Theory]
    [InlineData("2025-12-31T22:59:59Z", RefusalReason.SubscriptionNotStarted)]
    [InlineData("2026-12-31T23:00:00Z", RefusalReason.SubscriptionExpired)]
    public void Check_OutsideTheTermInItsZone_IsRefused(string receivedAt, RefusalReason reason)
    {
        var record = Record(Bought) with { Contacts = [Ana with { EffectiveFrom = At("2020-01-01T00:00:00Z") }] };

        Assert.Equal([reason], Reasons(record, FromAna with { ReceivedAt = At(receivedAt) }));
    }

    [Theory]
    [InlineData("2025-12-31T23:00:00Z")]
    [InlineData("2026-12-31T22:59:59Z")]
    public void Check_OnTheFirstAndLastDayInItsZone_IsAllowed(string receivedAt) => Allowed(
        Record(Bought) with { Contacts = [Ana with { EffectiveFrom = At("2020-01-01T00:00:00Z") }] },
        FromAna with { ReceivedAt = At(receivedAt) });

    [Fact]
    public void Check_NoSubscription_IsRefused() => Assert.Equal([RefusalReason.NoSubscription], Reasons(Record(), FromAna));

    [Fact]
    public void Check_Cancelled_IsRefusedFromThen()
    {
        var record = Record(Bought with { CancelledFrom = FromAna.ReceivedAt });

        Assert.Equal([RefusalReason.SubscriptionCancelled], Reasons(record, FromAna));
    }

    [Fact]
    public void Check_ContactEndedBefore_IsNotInForce()
    {
        var record = Record(Bought) with { Contacts = [Ana with { EffectiveUntil = FromAna.ReceivedAt }] };

        Assert.Equal([RefusalReason.ContactNotInForce], Reasons(record, FromAna));
    }

    [Fact]
    public void Check_NobodyNamedWhereOnlyContactsAsk_IsRefused() =>
        Assert.Equal([RefusalReason.UnknownContact], Reasons(Record(Bought), FromAna with { ContactId = null }));

    [Fact]
    public void Check_ContactKnownByTheChannelsIdentity_IsFound() =>
        Assert.Equal("ana", Allowed(Record(Bought), FromAna with { ContactId = null, ChannelIdentity = "ANA@example.com" }).Contact!.Id);

    [Theory]
    [InlineData("portal", null, null)]
    [InlineData("email", "max@example.com", null)]
    [InlineData("email", "ana@example.com", ExemptionKind.Requester)]
    [InlineData("email", "nobody@example.com", ExemptionKind.Requester)]
    [InlineData("phone", null, ExemptionKind.Channel)]
    public void Check_PlanTakesOtherChannelsUntimed_AppliesTargetsOnlyToTheListed(string channel, string? identity, ExemptionKind? exemption)
    {
        var request = FromAna with { Channel = channel, ContactId = null, ChannelIdentity = identity };

        var allowed = Allowed(Record(Bought with { PlanId = "gold" }), request);

        Assert.Equal(exemption, allowed.Exemption?.Kind);
    }

    [Fact]
    public void Check_ProductNotOnTheOrder_IsRefused()
    {
        var record = Record(Bought with { Products = ["studio"] });

        Assert.Equal([RefusalReason.ProductNotOnOrder], Reasons(record, FromAna with { Product = "server" }));
        Allowed(record, FromAna with { Product = "studio" });
    }

    [Fact]
    public void Check_SeveralSubscriptionsFit_AsksForTheProductOrTheSubscription()
    {
        var record = Record(Bought, Bought with { Id = "other", Products = ["server"] });

        Assert.Equal([RefusalReason.AmbiguousSubscription], Reasons(record, FromAna with { Product = "server" }));
        Assert.Equal("main", Allowed(record, FromAna with { Product = "studio" }).Subscription!.Id);
        Assert.Equal("other", Allowed(record, FromAna with { SubscriptionId = "other" }).Subscription!.Id);
    }

    [Theory]
    [InlineData("2026-06-30T21:59:59Z", "trial")]
    [InlineData("2026-06-30T22:00:00Z", "community")]
    public void Check_TrialEnds_NewTicketsTakeThePlanThatFollows(string receivedAt, string plan)
    {
        var record = Record(Bought with { PlanId = "trial", TrialEnd = new(2026, 6, 30) });

        Assert.Equal(plan, Allowed(record, FromAna with { ReceivedAt = At(receivedAt) }).Plan.Id);
    }

    [Fact]
    public void Check_TrialEndedAndNothingFollows_IsExpired()
    {
        var record = Record(Bought with { TrialEnd = new(2026, 5, 1) });

        Assert.Equal([RefusalReason.SubscriptionExpired], Reasons(record, FromAna));
    }

    [Fact]
    public void Check_NoRevisionInForce_IsRefused()
    {
        var refused = Assert.IsType<EntitlementDecision.Refused>(EntitlementCheck.Check(Record(Bought), FromAna, _ => null));

        Assert.Equal(RefusalReason.NoRevisionInForce, Assert.Single(refused.Reasons).Reason);
    }

    [Fact]
    public void Check_RegionNotServed_GivesThePageThatServesIt()
    {
        var refused = Assert.IsType<EntitlementDecision.Refused>(Check(Record(Bought with { Region = "JP" }), FromAna));

        Assert.Equal("Served elsewhere; see https://example.com/jp", Assert.Single(refused.Reasons).Message);
    }

    private static EntitlementDecision Check(AccountRecord record, EntitlementRequest request)
    {
        var revision = Revision(
            Silver,
            Gold,
            Silver with { Id = "trial", AfterTrial = "community" },
            Silver with { Id = "community" });
        return EntitlementCheck.Check(record, request, _ => revision);
    }

    private static EntitlementDecision.Allowed Allowed(AccountRecord record, EntitlementRequest request) =>
        Assert.IsType<EntitlementDecision.Allowed>(Check(record, request));

    private static IEnumerable<RefusalReason> Reasons(AccountRecord record, EntitlementRequest request) =>
        Assert.IsType<EntitlementDecision.Refused>(Check(record, request)).Reasons.Select(refusal => refusal.Reason);
}
