using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Entitlements;

public abstract class ContactTests(EntitlementsHost host)
{
    public sealed class OnSqlite(EntitlementsHost host) : ContactTests(host), IClassFixture<EntitlementsHost>;

    public sealed class OnPostgres(PostgresEntitlementsHost host) : ContactTests(host), IClassFixture<PostgresEntitlementsHost>;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("----")]
    [InlineData("call Ana")]
    public async Task AddContact_PhoneWithoutANumber_IsRefused(string phone)
    {
        var request = Given.AddContact(await host.AccountOnAsync("xtm/plans/gold", Cancel), "ben");
        request.Contact.Phone = phone;

        var refused = await RefusedCall.OfAsync(host.Client.AddContactAsync(request, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.InvalidFormat, "contact.phone", "+32");
    }

    [Fact]
    public async Task AddContact_EleventhOnATenContactPlan_IsRefusedAndNotStored()
    {
        var account = await host.AccountOnAsync("domo/plans/platinum", Cancel);
        for (var i = 2; i <= 10; i++)
        {
            await host.Client.AddContactAsync(Given.AddContact(account, $"c{i}"), cancellationToken: Cancel);
        }

        var refused = await RefusedCall.OfAsync(host.Client.AddContactAsync(Given.AddContact(account, "c11"), cancellationToken: Cancel));

        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.ContactCapReached), (refused.Code, refused.Reason));
        Assert.Equal(10, (await host.Client.ListContactsAsync(new ListContactsRequest { Parent = account }, cancellationToken: Cancel)).Contacts.Count);
    }

    [Fact]
    public async Task AddContact_ManyAtOnce_NeverExceedTheCap()
    {
        var account = await host.AccountOnAsync("domo/plans/silver", Cancel);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                await host.Client.AddContactAsync(Given.AddContact(account, $"c{i}"), cancellationToken: Cancel);
                return true;
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.FailedPrecondition)
            {
                return false;
            }
        }));

        Assert.Single(outcomes, added => added);
    }

    [Fact]
    public async Task AddContact_AfterOneIsRemoved_HasRoom()
    {
        var account = await host.AccountOnAsync("domo/plans/silver", Cancel);
        await host.Client.AddContactAsync(Given.AddContact(account, "ben"), cancellationToken: Cancel);
        await host.Client.RemoveContactAsync(new RemoveContactRequest { Name = $"{account}/contacts/ben", RequestId = Given.NewRequestId() }, cancellationToken: Cancel);

        await host.Client.AddContactAsync(Given.AddContact(account, "eve"), cancellationToken: Cancel);

        var inForce = await host.Client.ListContactsAsync(
            new ListContactsRequest { Parent = account, AsOfTime = host.Time.GetUtcNow().ToTimestamp() }, cancellationToken: Cancel);
        Assert.Equal(["ana", "eve"], inForce.Contacts.Select(contact => contact.DisplayName));
    }

    [Fact]
    public async Task AddContact_AfterADowngradeBelowTheCount_IsRefusedAndThoseThereStay()
    {
        var account = await host.AccountOnAsync("domo/plans/platinum", Cancel);
        foreach (var id in new[] { "ben", "cid", "dan" })
        {
            await host.Client.AddContactAsync(Given.AddContact(account, id), cancellationToken: Cancel);
        }

        await MoveToAsync(account, "policies/domo/plans/silver");

        var refused = await RefusedCall.OfAsync(host.Client.AddContactAsync(Given.AddContact(account, "eve"), cancellationToken: Cancel));
        var inForce = await host.Client.ListContactsAsync(
            new ListContactsRequest { Parent = account, AsOfTime = host.Time.GetUtcNow().ToTimestamp() }, cancellationToken: Cancel);
        var check = await host.Client.CheckEntitlementAsync(Given.Check(account, contact: "dan"), cancellationToken: Cancel);
        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.ContactCapReached), (refused.Code, refused.Reason));
        Assert.Equal(["ana", "ben", "cid", "dan"], inForce.Contacts.Select(contact => contact.DisplayName));
        Assert.True(check.Allowed);
        Assert.EndsWith("/plans/silver", check.Plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddContact_NamedEmailUserOnAPlanWithout_IsRefused()
    {
        var account = await host.AccountOnAsync("xtm/plans/basic", Cancel);

        var refused = await RefusedCall.OfAsync(host.Client.AddContactAsync(
            Given.AddContact(account, "eve", ContactKind.NamedEmailUser), cancellationToken: Cancel));

        Assert.Equal(ErrorReason.NamedUserCapReached, refused.Reason);
    }

    [Fact]
    public async Task AddContact_SeveralFaults_NamesAllAtOnce()
    {
        var account = await host.AccountAsync(Cancel);
        var request = Given.AddContact(account, "ana");
        request.Contact.DisplayName = " ";
        request.Contact.Email = "nowhere";
        request.Contact.EffectiveStartTime = new Timestamp { Seconds = 2_000_000_000 };
        request.Contact.EffectiveEndTime = new Timestamp { Seconds = 1_900_000_000 };

        var refused = await RefusedCall.OfAsync(host.Client.AddContactAsync(request, cancellationToken: Cancel));

        Assert.Equal(
            ["contact.display_name", "contact.effective_end_time", "contact.email"],
            refused.Violations.Select(violation => violation.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task UpdateContact_OnlyWhatTheMaskNames_Changes()
    {
        var account = await host.AccountOnAsync("domo/plans/silver", Cancel);
        var ana = await host.Client.GetContactAsync(new GetContactRequest { Name = $"{account}/contacts/ana" }, cancellationToken: Cancel);

        var updated = await host.Client.UpdateContactAsync(
            new UpdateContactRequest
            {
                Contact = new Contact { Name = ana.Name, Etag = ana.Etag, DisplayName = "Ana B.", Email = "other@example.com" },
                UpdateMask = new FieldMask { Paths = { "display_name" } },
                RequestId = Given.NewRequestId(),
            },
            cancellationToken: Cancel);

        Assert.Equal(("Ana B.", "ana@example.com"), (updated.DisplayName, updated.Email));
        Assert.NotEqual(ana.Etag, updated.Etag);
    }

    [Fact]
    public async Task GetContact_UnknownAccount_SaysSo()
    {
        var refused = await RefusedCall.OfAsync(host.Client.GetContactAsync(new GetContactRequest { Name = "accounts/nobody/contacts/ana" }, cancellationToken: Cancel));

        Assert.Equal((StatusCode.NotFound, ErrorReason.AccountNotFound), (refused.Code, refused.Reason));
    }

    private async Task MoveToAsync(string account, string plan)
    {
        var bought = Assert.Single((await host.Client.ListSubscriptionsAsync(new ListSubscriptionsRequest { Parent = account }, cancellationToken: Cancel)).Subscriptions);
        await host.Client.UpdateSubscriptionAsync(
            new UpdateSubscriptionRequest
            {
                Subscription = new Subscription { Name = bought.Name, Etag = bought.Etag, Plan = plan },
                UpdateMask = new FieldMask { Paths = { "plan" } },
                RequestId = Given.NewRequestId(),
            },
            cancellationToken: Cancel);
    }
}
