using Google.Protobuf.WellKnownTypes;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Entitlements;

namespace SlaPlatform.Integration.Tests.BadInput.Seeds;

/// <summary>Valid requests about accounts, contacts, subscriptions and checks.</summary>
internal sealed class EntitlementSeeds(EntitlementsHost host)
{
    private EntitlementService.EntitlementServiceClient Client => host.Client;

    public Dictionary<string, Seed[]> All => new()
    {
        ["EntitlementService.CreateAccount"] = [Seed.Of(() => Given.CreateAccount())],
        ["EntitlementService.GetAccount"] = [Seed.After(async cancel => new GetAccountRequest { Name = await host.AccountAsync(cancel) })],
        ["EntitlementService.UpdateAccount"] = [Seed.After(async cancel => new UpdateAccountRequest { Account = await NewAccountAsync(cancel), UpdateMask = new FieldMask { Paths = { "display_name" } } })],
        ["EntitlementService.ListAccounts"] = [Seed.Of(() => new ListAccountsRequest { PageSize = 2, Filter = new AccountFilter { Standing = Standing.Good, Plan = "policies/xtm/plans/gold" } })],
        ["EntitlementService.SuspendAccount"] = [Seed.After(async cancel =>
        {
            var account = await NewAccountAsync(cancel);
            return new SuspendAccountRequest { Name = account.Name, Reason = "unpaid", Actor = "ops", Etag = account.Etag };
        })],
        ["EntitlementService.ReinstateAccount"] = [Seed.After(async cancel =>
        {
            var account = await Client.SuspendAccountAsync(
                new SuspendAccountRequest { Name = await host.AccountAsync(cancel), Reason = "unpaid", RequestId = Given.NewRequestId() }, cancellationToken: cancel);
            return new ReinstateAccountRequest { Name = account.Name, Actor = "ops", Etag = account.Etag };
        })],

        ["EntitlementService.CreateSubscription"] = [Seed.After(async cancel => await SubscribingAsync(cancel))],
        ["EntitlementService.GetSubscription"] = [Seed.After(async cancel => new GetSubscriptionRequest { Name = (await SubscriptionAsync(cancel)).Name })],
        ["EntitlementService.UpdateSubscription"] = [Seed.After(async cancel => new UpdateSubscriptionRequest
        {
            Subscription = await SubscriptionAsync(cancel),
            UpdateMask = new FieldMask { Paths = { "plan", "time_zone", "region", "readings", "calendar_overrides", "holidays", "products" } },
        }) with { LeavesCalendars = true }],
        ["EntitlementService.RenewSubscription"] = [Seed.After(async cancel =>
        {
            var subscription = await SubscriptionAsync(cancel);
            return new RenewSubscriptionRequest { Name = subscription.Name, EndDate = Given.Day(2027, 12, 31), Plan = "policies/domo/plans/gold", Etag = subscription.Etag };
        })],
        ["EntitlementService.CancelSubscription"] = [Seed.After(async cancel =>
        {
            var subscription = await SubscriptionAsync(cancel);
            return new CancelSubscriptionRequest { Name = subscription.Name, EndDate = Given.Day(2026, 10, 31), Reason = "moved", Etag = subscription.Etag };
        })],
        ["EntitlementService.ListSubscriptions"] = [Seed.After(async cancel => new ListSubscriptionsRequest { Parent = await host.AccountOnAsync("xtm/plans/gold", cancel), PageSize = 2 })],

        ["EntitlementService.AddContact"] = [Seed.After(async cancel =>
        {
            var request = Given.AddContact(await host.AccountOnAsync("domo/plans/diamond", cancel), "bea", ContactKind.Authorized);
            (request.Contact.Phone, request.Contact.EffectiveStartTime, request.Contact.EffectiveEndTime) = ("+32 2", Now(1), Now(100));
            return request;
        })],
        ["EntitlementService.GetContact"] = [Seed.After(async cancel => new GetContactRequest { Name = (await ContactAsync(cancel)).Name })],
        ["EntitlementService.UpdateContact"] = [Seed.After(async cancel => new UpdateContactRequest
        {
            Contact = await ContactAsync(cancel), UpdateMask = new FieldMask { Paths = { "display_name", "email", "phone", "effective_start_time", "effective_end_time" } },
        })],
        ["EntitlementService.RemoveContact"] = [Seed.After(async cancel =>
        {
            var contact = await ContactAsync(cancel);
            return new RemoveContactRequest { Name = contact.Name, EffectiveEndTime = Now(2), Etag = contact.Etag };
        })],
        ["EntitlementService.ListContacts"] = [Seed.After(async cancel => new ListContactsRequest
        {
            Parent = await host.AccountOnAsync("xtm/plans/gold", cancel), PageSize = 2, Kind = ContactKind.Authorized, AsOfTime = Now(0),
        })],

        ["EntitlementService.CheckEntitlement"] = [Seed.After(async cancel =>
        {
            var account = await host.AccountOnAsync("xtm/plans/gold", cancel);
            var check = Given.Check(account, Channel.Email);
            (check.ChannelIdentity, check.Product, check.AsOfTime, check.Subscription) = ("ana@example.com", "cloud", Now(0), $"{account}/subscriptions/main");
            return check;
        })],
    };

    private Timestamp Now(int days) => Timestamp.FromDateTimeOffset(host.Time.GetUtcNow().AddDays(days));

    private async Task<Account> NewAccountAsync(CancellationToken cancel) => await Client.CreateAccountAsync(Given.CreateAccount(), cancellationToken: cancel);

    private async Task<Contact> ContactAsync(CancellationToken cancel) =>
        await Client.GetContactAsync(new GetContactRequest { Name = $"{await host.AccountOnAsync("domo/plans/gold", cancel)}/contacts/ana" }, cancellationToken: cancel);

    private async Task<Subscription> SubscriptionAsync(CancellationToken cancel) => await Client.CreateSubscriptionAsync(await SubscribingAsync(cancel), cancellationToken: cancel);

    private async Task<CreateSubscriptionRequest> SubscribingAsync(CancellationToken cancel)
    {
        var request = Given.CreateSubscription(await host.AccountAsync(cancel), "domo/plans/gold");
        request.Subscription.Readings["sev2-start"] = "business-hours";
        request.Subscription.CalendarOverrides["business-hours"] = CatalogSeeds.Calendar();
        request.Subscription.Holidays.Add(CatalogSeeds.Holiday());
        request.Subscription.Products.Add("cloud");
        return request;
    }
}
