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
    /// <summary>Requires an authorized contact of the ticket's account.</summary>
    /// <param name="contact">The contact that agreed.</param>
    /// <param name="account">The ticket's account, <c>accounts/{account}</c>.</param>
    /// <param name="at">When it agreed.</param>
    /// <param name="cancellation">Cancels the call.</param>
    /// <exception cref="RefusalException">It is none, or was not in force then; or the entitlement service does not answer.</exception>
    public async Task Require(string contact, string account, Instant at, CancellationToken cancellation) =>
        Require(IsOf(contact, account) ? await Find(contact, cancellation) : null, "fact", contact, account, at);

    /// <summary>The same of a contact that was looked for already.</summary>
    /// <param name="found">What was found; null when nothing was.</param>
    /// <param name="fact">The field of the fact that names it.</param>
    /// <param name="contact">The contact that agreed.</param>
    /// <param name="account">The ticket's account, <c>accounts/{account}</c>.</param>
    /// <param name="at">When it agreed.</param>
    /// <exception cref="RefusalException">It is none, or was not in force then.</exception>
    public static void Require(Contact? found, string fact, string contact, string account, Instant at)
    {
        if (!IsOf(contact, account) || !MayAgree(found, at))
        {
            var field = FieldPath.Join(fact, "severity_changed.agreed_by_contact");
            throw Refusals.PermissionDenied(
                ErrorReason.UnknownContact,
                contact,
                $"{field}: '{contact}' was no authorized contact of '{account}' in force at {at}; name one that was, or none.",
                field);
        }
    }

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
