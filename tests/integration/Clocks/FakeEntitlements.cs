using Grpc.Core;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Allows everybody the plan of the account's name: <c>accounts/xtm.gold</c> has the plan gold of xtm. <c>accounts/nobody</c> has none.</summary>
internal sealed class FakeEntitlements(FakeCatalog catalog) : EntitlementService.EntitlementServiceClient
{
    public const string Refused = "accounts/nobody";

    /// <summary>Whether the service answers.</summary>
    public bool IsDown { get; set; }

    public override AsyncUnaryCall<CheckEntitlementResponse> CheckEntitlementAsync(CheckEntitlementRequest request, CallOptions options) =>
        Calls.Answer(() => IsDown ? throw new RpcException(new Status(StatusCode.Unavailable, "down")) : Answer(request));

    private CheckEntitlementResponse Answer(CheckEntitlementRequest request)
    {
        if (request.Account == Refused)
        {
            return new CheckEntitlementResponse { Refusals = { new Refusal { Reason = ErrorReason.UnknownContact, Message = "Nobody is authorized; add a contact." } } };
        }

        var parts = request.Account["accounts/".Length..].Split('.');
        var (id, hash) = catalog.RevisionOf(parts[0]);
        return new CheckEntitlementResponse
        {
            Allowed = true,
            Account = request.Account,
            Contact = request.Contact,
            Subscription = $"{request.Account}/subscriptions/main",
            Plan = $"policies/{parts[0]}@{id}/plans/{parts[1]}",
            DocumentSha256 = hash,
            TimeZone = "Europe/Brussels",
            TargetsApply = true,
        };
    }
}
