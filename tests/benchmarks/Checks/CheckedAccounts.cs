using Google.Type;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Benchmarks.Checks;

/// <summary>Accounts with a subscription and a contact each, and the calls that are made of them.</summary>
/// <param name="client">The entitlement service.</param>
/// <param name="count">How many.</param>
internal sealed class CheckedAccounts(EntitlementService.EntitlementServiceClient client, int count)
{
    private const int Makers = 16;

    public int Count => count;

    /// <summary>Makes them all.</summary>
    public async Task MakeAsync()
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Makers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number < count)
            {
                await MakeAsync(number);
            }
        })));
    }

    /// <summary>A check of one of them, which has to be allowed.</summary>
    public async Task CheckAsync(int number)
    {
        var answer = await client.CheckEntitlementAsync(new CheckEntitlementRequest { Account = Name(number), Contact = $"{Name(number)}/contacts/ana", Channel = Channel.Portal });
        if (!answer.Allowed)
        {
            throw new InvalidOperationException($"A check of {Name(number)} was refused: {string.Join(' ', answer.Refusals.Select(refusal => refusal.Message))}");
        }
    }

    /// <summary>A change that lets the account's cached inputs go.</summary>
    public async Task ChangeAsync(int number) => await client.AddContactAsync(new AddContactRequest
    {
        Parent = Name(number),
        Contact = new Contact { DisplayName = "Another", Email = "another@example.com", Kind = ContactKind.Authorized },
        RequestId = Guid.NewGuid().ToString(),
    });

    private async Task MakeAsync(int number)
    {
        await client.CreateAccountAsync(new CreateAccountRequest { AccountId = Id(number), Account = new Account { DisplayName = "Checked" }, RequestId = Guid.NewGuid().ToString() });
        await client.CreateSubscriptionAsync(new CreateSubscriptionRequest
        {
            Parent = Name(number),
            SubscriptionId = "main",
            Subscription = new Subscription
            {
                Plan = "policies/xtm/plans/gold",
                StartDate = new Date { Year = 2025, Month = 1, Day = 1 },
                EndDate = new Date { Year = 2199, Month = 12, Day = 31 },
                TimeZone = "Europe/Warsaw",
                Region = "PL",
            },
            RequestId = Guid.NewGuid().ToString(),
        });
        await client.AddContactAsync(new AddContactRequest
        {
            Parent = Name(number),
            ContactId = "ana",
            Contact = new Contact { DisplayName = "Ana", Email = "ana@example.com", Kind = ContactKind.Authorized },
            RequestId = Guid.NewGuid().ToString(),
        });
    }

    private static string Id(int number) => $"checked-{number}";

    private static string Name(int number) => $"accounts/{Id(number)}";
}
