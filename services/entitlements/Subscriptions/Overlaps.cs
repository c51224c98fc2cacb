using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Entitlements;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Entitlements.Subscriptions;

/// <summary>Keeps two subscriptions of an account from covering the same product of a policy at the same time.</summary>
internal static class Overlaps
{
    /// <exception cref="RefusalException">Another subscription overlaps.</exception>
    public static async Task RefuseAsync(EntitlementsDb db, string account, Subscription candidate, CancellationToken cancellation)
    {
        var inputs = await AccountReader.ReadAsync(db, account, cancellation) ?? throw Rows.NoAccount(account);
        if (inputs.ToRecord().Subscriptions.FirstOrDefault(other => other.Id != candidate.Id && other.Overlaps(candidate)) is { } other)
        {
            var name = new SubscriptionName(account, other.Id).Format();
            var message = $"Its term overlaps that of {name} for the same products; end that one first, or part the products.";
            throw Refusals.FailedPrecondition(ErrorReason.SubscriptionOverlap, name, message);
        }
    }
}
