using Microsoft.EntityFrameworkCore;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Rpc.Requests;
using DomainStanding = SlaPlatform.Engine.Entitlements.Standing;

namespace SlaPlatform.Entitlements.Accounts;

/// <summary>Reads accounts.</summary>
internal sealed class AccountQueries(IDbContextFactory<EntitlementsDb> databases)
{
    public async Task<Account> GetAsync(GetAccountRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<AccountName>("name", request.Name);
        checks.ThrowIfAny();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return (await Rows.AccountAsync(db, name!.Account, cancellation)).ToWire();
    }

    public async Task<ListAccountsResponse> ListAsync(ListAccountsRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var size = checks.PageSize(request.PageSize);
        var after = PageTokens.Decode(checks, request, request.PageToken) ?? "";
        var filter = request.Filter ?? new AccountFilter();
        checks.Known("filter.standing", filter.Standing);
        var plan = filter.Plan.Contains("/plans/", StringComparison.Ordinal) ? checks.Name<PlanName>("filter.plan", filter.Plan) : null;
        var policy = plan is null ? checks.Name<PolicyName>("filter.plan", filter.Plan)?.Policy : plan.Policy;
        checks.ThrowIfAny();

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var accounts = db.Accounts.AsNoTracking().Where(row => string.Compare(row.Id, after) > 0);
        if (filter.Standing != Standing.Unspecified)
        {
            var standing = filter.Standing == Standing.Good ? DomainStanding.Good : DomainStanding.Suspended;
            accounts = accounts.Where(row => row.Standing == standing);
        }

        if (policy is not null)
        {
            var planId = plan?.Plan;
            accounts = accounts.Where(row => db.Subscriptions.Any(
                bought => bought.AccountId == row.Id && bought.PolicyId == policy && (planId == null || bought.PlanId == planId)));
        }

        var rows = await accounts.OrderBy(row => row.Id).Take(size + 1).ToListAsync(cancellation);
        return new ListAccountsResponse
        {
            Accounts = { rows.Take(size).Select(row => row.ToWire()) },
            NextPageToken = rows.Count > size ? PageTokens.Encode(request, rows[size - 1].Id) : "",
        };
    }
}
