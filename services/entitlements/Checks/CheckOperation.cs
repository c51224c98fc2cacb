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
internal sealed class CheckOperation(CheckCache cache, AccountReader accounts, PolicySource policies, CheckMetrics metrics, TimeProvider time)
{
    public async Task<CheckEntitlementResponse> RunAsync(CheckEntitlementRequest request, ServerCallContext context)
    {
        var began = time.GetTimestamp();
        var now = time.GetStoredInstant();
        var asked = CheckRequest.Read(request, now);
        var cancellation = context.CancellationToken;
        var (found, isCached) = await InputsAsync(asked.AccountId, cancellation);
        var inputs = found ?? throw Rows.NoAccount(asked.AccountId);
        var record = inputs.ToRecord();
        var book = await PolicyBook.LoadAsync(policies, Candidates(record, asked.Request), asked.Request.ReceivedAt, cancellation);
        var decision = EntitlementCheck.Check(record, asked.Request, book.RevisionOf);
        metrics.Checked(time.GetElapsedTime(began), isCached);
        return CheckMapping.ToWire(decision, inputs, now);
    }

    private async Task<(AccountInputs? Inputs, bool IsCached)> InputsAsync(string accountId, CancellationToken cancellation)
    {
        if (await cache.FindAsync(accountId) is { } cached)
        {
            return (cached, true);
        }

        var inputs = await accounts.ReadAsync(accountId, cancellation);
        if (inputs is not null)
        {
            await cache.FillAsync(inputs);
        }

        return (inputs, false);
    }

    private static IEnumerable<Subscription> Candidates(AccountRecord record, EntitlementRequest request) =>
        record.InForceAt(request.ReceivedAt).Concat(
            request.SubscriptionId is { } id && record.FindSubscription(id) is { } named ? [named] : []);
}
