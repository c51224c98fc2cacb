using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Allows everybody the plan of the account's name: <c>accounts/xtm.gold</c> has the plan gold of xtm; the targets of <c>accounts/xtm.gold.untimed</c> do not
/// apply. <c>accounts/nobody</c> has none.</summary>
internal sealed class FakeEntitlements(FakeCatalog catalog) : EntitlementService.EntitlementServiceClient
{
    public const string Refused = "accounts/nobody";

    /// <summary>A product that no order covers.</summary>
    public const string OffOrder = "off-order";

    /// <summary>Whether the service answers.</summary>
    public bool IsDown { get; set; }

    /// <summary>The plans of the next answers, before the account's name counts.</summary>
    public ConcurrentQueue<string> Switches { get; } = new();

    /// <summary>From when on the account's name counts; before, it had the plan silver of xtm.</summary>
    public DateTimeOffset UpgradeTime { get; set; } = DateTimeOffset.MinValue;

    /// <summary>How many checks were asked for.</summary>
    public int Checks => Volatile.Read(ref _checks);

    private int _checks;
    private HeldCall? _held;

    /// <summary>Holds the next question, and those after it, until it is released.</summary>
    public HeldCall Hold() => _held = new HeldCall();

    public override AsyncUnaryCall<CheckEntitlementResponse> CheckEntitlementAsync(CheckEntitlementRequest request, CallOptions options) =>
        Calls.Answer(_held, () => Interlocked.Increment(ref _checks) == 0 || IsDown ? throw new RpcException(new Status(StatusCode.Unavailable, "down")) : Answer(request));

    /// <summary>Every account has <c>ana</c>, authorized from 2020; <c>gone</c>, until 2021; and <c>mail</c>, a named e-mail user.</summary>
    public override AsyncUnaryCall<Contact> GetContactAsync(GetContactRequest request, CallOptions options) =>
        Calls.Answer(_held, () => IsDown ? throw new RpcException(new Status(StatusCode.Unavailable, "down")) : Contact(request.Name));

    /// <summary>Every account is there whose name has a plan.</summary>
    public override AsyncUnaryCall<Account> GetAccountAsync(GetAccountRequest request, CallOptions options) => Calls.Answer(_held, () => IsDown
        ? throw new RpcException(new Status(StatusCode.Unavailable, "down"))
        : request.Name.Contains('.', StringComparison.Ordinal) ? new Account { Name = request.Name } : throw NoAccount(request.Name));

    /// <summary>Everybody's tickets go to Ines.</summary>
    public override AsyncUnaryCall<RouteTicketResponse> RouteTicketAsync(RouteTicketRequest request, CallOptions options) =>
        Calls.Answer(_held, () => IsDown ? throw new RpcException(new Status(StatusCode.Unavailable, "down")) : new RouteTicketResponse { Queue = "support_engineer", Person = "Ines" });

    private static Contact Contact(string name) => name.Split('/')[^1] switch
    {
        "ana" => new Contact { Name = name, Kind = ContactKind.Authorized, EffectiveStartTime = Year(2020) },
        "gone" => new Contact { Name = name, Kind = ContactKind.Authorized, EffectiveStartTime = Year(2020), EffectiveEndTime = Year(2021) },
        "mail" => new Contact { Name = name, Kind = ContactKind.NamedEmailUser, EffectiveStartTime = Year(2020) },
        _ => throw Refusals.NotFound(ErrorReason.ContactNotFound, name, "list contacts with ListContacts").ToStatus().ToRpcException(),
    };

    private static RpcException NoAccount(string account) => Refusals.NotFound(ErrorReason.AccountNotFound, account, "list accounts with ListAccounts").ToStatus().ToRpcException();

    private static Timestamp Year(int year) => Timestamp.FromDateTimeOffset(new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private CheckEntitlementResponse Answer(CheckEntitlementRequest request)
    {
        if (request.Account == Refused)
        {
            return new CheckEntitlementResponse { Refusals = { new Refusal { Reason = ErrorReason.UnknownContact, Message = "Nobody is authorized; add a contact." } } };
        }

        if (request.Product == OffOrder)
        {
            return new CheckEntitlementResponse { Refusals = { new Refusal { Reason = ErrorReason.ProductNotOnOrder, Message = "It is not on the order." } } };
        }

        var parts = request.Account["accounts/".Length..].Split('.');
        if (parts.Length == 1)
        {
            throw NoAccount(request.Account);
        }

        parts = Switches.TryDequeue(out var plan) ? plan.Split('.')
            : request.AsOfTime is { } at && at.ToDateTimeOffset() < UpgradeTime ? ["xtm", "silver"] : parts;
        var (id, hash) = catalog.RevisionOf(parts[0]);
        return new CheckEntitlementResponse
        {
            Allowed = true,
            Account = request.Account,
            Contact = request.Contact,
            Subscription = $"{request.Account}/subscriptions/main",
            AccountVersion = _checks,
            CheckTime = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow()),
            Plan = $"policies/{parts[0]}@{id}/plans/{parts[1]}",
            DocumentSha256 = hash,
            TimeZone = "Europe/Brussels",
            TargetsApply = !request.Account.EndsWith(".untimed", StringComparison.Ordinal),
        };
    }
}
