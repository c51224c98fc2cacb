using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Integration.Tests.Entitlements;

/// <summary>Every channel of every plan of the four vendors.</summary>
public sealed class ChannelTests(EntitlementsHost host) : IClassFixture<EntitlementsHost>
{
    private static readonly Channel[] All = [Channel.Portal, Channel.Email, Channel.Phone, Channel.Web, Channel.AccountManager];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The channels whose requests are accepted from a contact, then those whose targets apply.</summary>
    [Theory]
    [InlineData("domo/plans/standard", "Portal Email Web", "Portal Email Web")]
    [InlineData("domo/plans/bronze", "Portal Email Phone Web", "Portal Email Phone Web")]
    [InlineData("domo/plans/silver", "Portal Email Phone Web", "Portal Email Phone Web")]
    [InlineData("domo/plans/gold", "Portal Email Phone Web", "Portal Email Phone Web")]
    [InlineData("domo/plans/platinum", "Portal Email Phone Web", "Portal Email Phone Web")]
    [InlineData("domo/plans/diamond", "Portal Email Phone Web", "Portal Email Phone Web")]
    [InlineData("collibra/plans/standard", "Portal Email Phone", "Portal Email Phone")]
    [InlineData("collibra/plans/premium", "Portal Email Phone", "Portal Email Phone")]
    [InlineData("zmanda/plans/community", "Email", "Email")]
    [InlineData("zmanda/plans/standard", "Phone Web", "Phone Web")]
    [InlineData("zmanda/plans/premium", "Phone Web AccountManager", "Phone Web AccountManager")]
    [InlineData("zmanda/plans/trial", "Phone Web AccountManager", "Phone Web AccountManager")]
    [InlineData("xtm/plans/basic", "Portal Email Phone Web AccountManager", "Portal")]
    [InlineData("xtm/plans/silver", "Portal Email Phone Web AccountManager", "Portal")]
    [InlineData("xtm/plans/gold", "Portal Email Phone Web AccountManager", "Portal")]
    public async Task CheckEntitlement_EachChannelOfEachPlan_IsAsThePolicySays(string plan, string accepted, string measured)
    {
        var account = await host.AccountAsync(Cancel);
        var subscription = Given.CreateSubscription(account, plan);
        subscription.Subscription.TrialEndDate = plan.EndsWith("trial", StringComparison.Ordinal) ? Given.Day(2026, 12, 31) : null;
        await host.Client.CreateSubscriptionAsync(subscription, cancellationToken: Cancel);
        await host.Client.AddContactAsync(Given.AddContact(account, "ana"), cancellationToken: Cancel);

        var answers = new List<(Channel Channel, CheckEntitlementResponse Answer)>();
        foreach (var channel in All)
        {
            answers.Add((channel, await host.Client.CheckEntitlementAsync(Given.Check(account, channel), cancellationToken: Cancel)));
        }

        Assert.Equal(accepted, string.Join(' ', answers.Where(given => given.Answer.Allowed).Select(given => given.Channel)));
        Assert.Equal(measured, string.Join(' ', answers.Where(given => given.Answer.Allowed && given.Answer.TargetsApply).Select(given => given.Channel)));
        Assert.All(answers.Where(given => !given.Answer.Allowed), given => Assert.Equal([ErrorReason.ChannelNotInPlan], given.Answer.Refusals.Select(refusal => refusal.Reason)));
        Assert.All(answers.Where(given => given.Answer is { Allowed: true, TargetsApply: false }), given => Assert.NotEmpty(given.Answer.ExemptMessage));
    }

    [Theory]
    [InlineData("xtm/plans/silver", "carl", true)]
    [InlineData("xtm/plans/silver", "ana", false)]
    [InlineData("xtm/plans/gold", "carl", true)]
    public async Task CheckEntitlement_EmailToXtm_IsMeasuredFromNamedUsersOnly(string plan, string contact, bool measured)
    {
        var account = await host.AccountOnAsync(plan, Cancel);
        await host.Client.AddContactAsync(Given.AddContact(account, "carl", ContactKind.NamedEmailUser), cancellationToken: Cancel);

        var answer = await host.Client.CheckEntitlementAsync(Given.Check(account, Channel.Email, contact), cancellationToken: Cancel);

        Assert.Equal((true, measured), (answer.Allowed, answer.TargetsApply));
    }
}
