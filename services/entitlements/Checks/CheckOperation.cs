using Grpc.Core;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Engine.Entitlements;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Policies;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.PolicyClient;
using SlaPlatform.Sql;
using Subscription = SlaPlatform.Engine.Entitlements.Subscription;

namespace SlaPlatform.Entitlements.Checks;

/// <summary>Checks whether somebody may open a ticket.</summary>
internal sealed class CheckOperation(CheckCache cache, AccountReader accounts, PolicySource policies, TimeProvider time)
{
    public async Task<CheckEntitlementResponse> RunAsync(CheckEntitlementRequest request, ServerCallContext context)
    {
        var now = time.GetStoredInstant();
        var asked = CheckRequest.Read(request, now);
        var cancellation = context.CancellationToken;
        var inputs = await InputsAsync(asked.AccountId, cancellation) ?? throw Rows.NoAccount(asked.AccountId);
        var record = inputs.ToRecord();
        var book = await PolicyBook.LoadAsync(policies, Candidates(record, asked.Request), asked.Request.ReceivedAt, cancellation);
        var decision = EntitlementCheck.Check(record, asked.Request, book.RevisionOf);
        return CheckMapping.ToWire(decision, inputs, now);
    }

    private async Task<AccountInputs?> InputsAsync(string accountId, CancellationToken cancellation)
    {
        if (await cache.FindAsync(accountId) is { } cached)
        {
            return cached;
        }

        var inputs = await accounts.ReadAsync(accountId, cancellation);
        if (inputs is not null)
        {
            await cache.FillAsync(inputs);
        }

        return inputs;
    }

    private static IEnumerable<Subscription> Candidates(AccountRecord record, EntitlementRequest request) =>
        record.InForceAt(request.ReceivedAt).Concat(
            request.SubscriptionId is { } id && record.FindSubscription(id) is { } named ? [named] : []);
}
