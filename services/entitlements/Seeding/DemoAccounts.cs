using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Entitlements.Accounts;
using SlaPlatform.Entitlements.Contacts;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Entitlements.Subscriptions;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Sql;

namespace SlaPlatform.Entitlements.Seeding;

/// <summary>Creates one demonstration account for each plan of the catalog, in a database without other accounts. Tries again until what it needs is there.</summary>
internal sealed partial class DemoAccounts(
    IDbContextFactory<EntitlementsDb> databases,
    PlanCatalogService.PlanCatalogServiceClient catalog,
    PolicySource policies,
    AccountOperations accounts,
    SubscriptionOperations subscriptions,
    ContactOperations contacts,
    SeededCheck seeded,
    TimeProvider time,
    ILogger<DemoAccounts> logger) : BackgroundService
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!await TrySeedAsync(stoppingToken))
        {
            await Task.Delay(RetryAfter, time, stoppingToken);
        }

        seeded.Done();
    }

    private async Task<bool> TrySeedAsync(CancellationToken cancellation)
    {
        try
        {
            if (await HasOtherAccountsAsync(cancellation))
            {
                LogOccupied();
                return true;
            }

            var created = 0;
            foreach (var account in await PlannedAsync(cancellation))
            {
                created += await SeedAsync(account, cancellation) ? 1 : 0;
            }

            LogSeeded(created);
            return true;
        }
        catch (Exception e) when (e is RpcException or RefusalException { Code: StatusCode.Unavailable } || StoreFailures.WillPass(e))
        {
            LogWaiting(e.Message);
            return false;
        }
    }

    private async Task<bool> HasOtherAccountsAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.Accounts.AnyAsync(row => !row.Id.StartsWith(DemoAccount.Prefix), cancellation);
    }

    private async Task<List<DemoAccount>> PlannedAsync(CancellationToken cancellation)
    {
        var planned = new List<DemoAccount>();
        var listed = await catalog.ListPoliciesAsync(new ListPoliciesRequest(), cancellationToken: cancellation);
        foreach (var name in listed.Policies.Select(policy => Contracts.ResourceNames.PolicyName.Parse(policy.Name)))
        {
            if ((await policies.GetCurrentAsync(name.Policy, asOf: null, cancellation)).RevisionOrNull is { Policy: var policy })
            {
                planned.AddRange(policy.Plans.Select(plan => new DemoAccount(policy, plan)));
            }
        }

        return planned;
    }

    // The contacts come last: an account that was left half made by a crash is completed by the next start.
    private async Task<bool> SeedAsync(DemoAccount account, CancellationToken cancellation)
    {
        var last = account.Contacts.Last().ContactId;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (await db.Contacts.AnyAsync(row => row.AccountId == account.Id && row.Id == last, cancellation))
        {
            return false;
        }

        await UnlessThereAsync(accounts.CreateAsync(account.Account, cancellation));
        await UnlessThereAsync(subscriptions.CreateAsync(account.Subscription, cancellation));
        foreach (var contact in account.Contacts)
        {
            await UnlessThereAsync(contacts.AddAsync(contact, cancellation));
        }

        return true;
    }

    private static async Task UnlessThereAsync(Task creation)
    {
        try
        {
            await creation;
        }
        catch (RefusalException e) when (e.Code == StatusCode.AlreadyExists)
        {
            // Made by an earlier start whose request ids have been forgotten.
        }
    }
}
