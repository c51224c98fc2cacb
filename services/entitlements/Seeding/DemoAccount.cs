using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Entitlements.Seeding;

/// <summary>
/// The demonstration account of a plan: <c>acme-{policy}-{plan}</c> with subscription <c>main</c>, contacts <c>ana</c> and <c>ben</c>, and the named e-mail
/// user <c>eve</c> where the plan has such. Its requests have fixed ids, so that seeding again changes nothing.
/// </summary>
internal sealed record DemoAccount(Policy Policy, Plan Plan)
{
    /// <summary>What the ids of all demonstration accounts begin with.</summary>
    public const string Prefix = "acme-";

    private const string Domain = "acme.example";
    private static readonly LocalDate Start = new(2024, 1, 1);
    private static readonly LocalDate End = new(2099, 12, 31);

    private static readonly ImmutableDictionary<string, (string Zone, string Region)> Homes = new Dictionary<string, (string Zone, string Region)>
    {
        ["domo"] = ("America/Denver", "US"),
        ["collibra"] = ("Europe/Brussels", "BE"),
        ["zmanda"] = ("Europe/Paris", "FR"),
        ["xtm"] = ("Europe/Warsaw", "PL"),
    }.ToImmutableDictionary();

    public string Id => $"{Prefix}{Policy.Id}-{Plan.Id}";

    private string Name => new AccountName(Id).Format();

    public CreateAccountRequest Account => new()
    {
        AccountId = Id,
        Account = new Account { DisplayName = $"Acme on {Policy.Title} {Plan.Title}" },
        RequestId = RequestId("account"),
    };

    public CreateSubscriptionRequest Subscription
    {
        get
        {
            var (zone, region) = Homes.GetValueOrDefault(Policy.Id, ("UTC", "BE"));
            return new CreateSubscriptionRequest
            {
                Parent = Name,
                SubscriptionId = "main",
                Subscription = new Subscription
                {
                    Plan = new PlanName(Policy.Id, Plan.Id).Format(),
                    StartDate = Start.ToDate(),
                    EndDate = End.ToDate(),
                    TrialEndDate = Plan.AfterTrial is null ? null : End.ToDate(),
                    TimeZone = zone,
                    Region = region,
                },
                RequestId = RequestId("subscription"),
            };
        }
    }

    public IEnumerable<AddContactRequest> Contacts
    {
        get
        {
            yield return Contact("ana", "Ana Acme", ContactKind.Authorized);
            yield return Contact("ben", "Ben Acme", ContactKind.Authorized);
            if (Plan.NamedEmailUserCap > 0)
            {
                yield return Contact("eve", "Eve Acme", ContactKind.NamedEmailUser);
            }
        }
    }

    private AddContactRequest Contact(string id, string displayName, ContactKind kind) => new()
    {
        Parent = Name,
        ContactId = id,
        Contact = new Contact
        {
            DisplayName = displayName,
            Email = $"{id}@{Domain}",
            Kind = kind,
            EffectiveStartTime = Start.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant().ToTimestamp(),
        },
        RequestId = RequestId(id),
    };

    private string RequestId(string part) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{Id}/{part}")).AsSpan(0, 16)).ToString();
}
