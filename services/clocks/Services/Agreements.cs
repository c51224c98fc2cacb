using Grpc.Core;
using NodaTime;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.ServiceDefaults;

namespace SlaPlatform.Clocks.Services;

/// <summary>Checks who agrees to a vendor's level: it can make that level rule, so a name alone does not do.</summary>
internal sealed class Agreements(EntitlementService.EntitlementServiceClient entitlements)
{
    /// <summary>Where a fact names who agreed.</summary>
    public const string Field = "severity_changed.agreed_by_contact";

    /// <summary>Requires an authorized contact of the ticket's account.</summary>
    /// <param name="contact">The contact that agreed.</param>
    /// <param name="account">The ticket's account, <c>accounts/{account}</c>.</param>
    /// <param name="at">When it agreed.</param>
    /// <param name="cancellation">Cancels the call.</param>
    /// <exception cref="RefusalException">It is none, or was not in force then; or the entitlement service does not answer.</exception>
    public async Task Require(string contact, string account, Instant at, CancellationToken cancellation)
    {
        if (FaultOf(IsOf(contact, account) ? await Find(contact, cancellation) : null, contact, account, at) is { } fault)
        {
            throw Refusals.PermissionDenied(ErrorReason.UnknownContact, contact, $"fact.{Field}: {fault}", $"fact.{Field}");
        }
    }

    /// <summary>What is wrong with the agreement of a contact that was looked for; null when it could agree then.</summary>
    /// <param name="found">What was found; null when nothing was.</param>
    /// <param name="contact">The contact that agreed.</param>
    /// <param name="account">The ticket's account, <c>accounts/{account}</c>.</param>
    /// <param name="at">When it agreed.</param>
    public static string? FaultOf(Contact? found, string contact, string account, Instant at) =>
        IsOf(contact, account) && MayAgree(found, at) ? null : $"'{contact}' was no authorized contact of '{account}' in force at {at}; name one that was, or none.";

    /// <summary>The contact; null when there is none.</summary>
    /// <exception cref="RefusalException">The entitlement service does not answer.</exception>
    public Task<Contact?> Find(string contact, CancellationToken cancellation) => Upstream.Ask(ResourceNames.Entitlements, async () =>
    {
        try
        {
            return await entitlements.GetContactAsync(new GetContactRequest { Name = contact }, cancellationToken: cancellation);
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.NotFound && e.GetErrorInfo() is not null)
        {
            return null;
        }
    });

    private static bool IsOf(string contact, string account) =>
        ContactName.TryParse(contact, out var name, out _) && new AccountName(name.Account).Format() == account;

    private static bool MayAgree(Contact? found, Instant at) =>
        found is { Kind: ContactKind.Authorized }
        && at >= (found.EffectiveStartTime ?? found.CreateTime).ToInstant()
        && (found.EffectiveEndTime is null || at < found.EffectiveEndTime.ToInstant());
}
