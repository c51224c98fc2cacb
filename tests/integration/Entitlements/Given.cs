using Google.Type;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Integration.Tests.Entitlements;

/// <summary>Valid requests, and accounts that are ready to ask.</summary>
internal static class Given
{
    public static string NewId() => $"a{Guid.NewGuid():N}"[..12];

    public static string NewRequestId() => Guid.NewGuid().ToString();

    public static CreateAccountRequest CreateAccount(string? id = null) =>
        new() { AccountId = id ?? NewId(), Account = new Account { DisplayName = "Umbrella" }, RequestId = NewRequestId() };

    public static Subscription Subscription(string plan) => new()
    {
        Plan = $"policies/{plan}",
        StartDate = Day(2026, 1, 1),
        EndDate = Day(2026, 12, 31),
        TimeZone = "Europe/Brussels",
        Region = "BE",
    };

    public static CreateSubscriptionRequest CreateSubscription(string account, string plan) =>
        new() { Parent = account, SubscriptionId = "main", Subscription = Subscription(plan), RequestId = NewRequestId() };

    public static AddContactRequest AddContact(string account, string id, ContactKind kind = ContactKind.Authorized) => new()
    {
        Parent = account,
        ContactId = id,
        Contact = new Contact { DisplayName = id, Email = $"{id}@example.com", Kind = kind },
        RequestId = NewRequestId(),
    };

    public static CheckEntitlementRequest Check(string account, Channel channel = Channel.Portal, string contact = "ana") =>
        new() { Account = account, Contact = contact.Length == 0 ? "" : $"{account}/contacts/{contact}", Channel = channel };

    public static Date Day(int year, int month, int day) => new() { Year = year, Month = month, Day = day };

    extension(EntitlementsHost host)
    {
        /// <summary>The name of a new account.</summary>
        public async Task<string> AccountAsync(CancellationToken cancellation) =>
            (await host.Client.CreateAccountAsync(CreateAccount(), cancellationToken: cancellation)).Name;

        /// <summary>The name of a new account with a subscription and the contact ana.</summary>
        public async Task<string> AccountOnAsync(string plan, CancellationToken cancellation)
        {
            var account = await host.AccountAsync(cancellation);
            await host.Client.CreateSubscriptionAsync(CreateSubscription(account, plan), cancellationToken: cancellation);
            await host.Client.AddContactAsync(AddContact(account, "ana"), cancellationToken: cancellation);
            return account;
        }
    }
}
