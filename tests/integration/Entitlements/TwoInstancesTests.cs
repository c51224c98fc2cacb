using Grpc.Core;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Entitlements.Service;
using SlaPlatform.Integration.Tests.Fixtures;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Entitlements;

/// <summary>Two instances of the service on one database and one Redis.</summary>
public abstract class TwoInstancesTests : IAsyncDisposable
{
    private readonly EntitlementsHost host;
    private readonly Lazy<HostUnderTest<EntitlementRpc>> second;

    protected TwoInstancesTests(EntitlementsHost host)
    {
        this.host = host;
        second = new(host.StartAnother);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private EntitlementService.EntitlementServiceClient[] Clients => [host.Client, new(second.Value.Channel)];

    public sealed class OnSqlite(EntitlementsHost host) : TwoInstancesTests(host), IClassFixture<EntitlementsHost>;

    public sealed class OnPostgres(PostgresEntitlementsHost host) : TwoInstancesTests(host), IClassFixture<PostgresEntitlementsHost>;

    [Fact]
    public async Task AddContact_ManyAtOnceOverBoth_NeverExceedTheCap()
    {
        var account = await host.AccountOnAsync("domo/plans/gold", Cancel);
        await host.Client.RemoveContactAsync(new RemoveContactRequest { Name = $"{account}/contacts/ana", RequestId = Given.NewRequestId() }, cancellationToken: Cancel);
        var clients = Clients;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 24).Select(number => TryAddAsync(clients[number % 2], account, $"c{number}")));

        Assert.Equal(3, outcomes.Count(outcome => outcome is null));
        Assert.All(outcomes.OfType<ErrorReason>(), reason => Assert.Equal(ErrorReason.ContactCapReached, reason));
    }

    [Fact]
    public async Task CreateAccount_OneRequestManyTimesAtOnceOverBoth_IsCarriedOutOnce()
    {
        var request = Given.CreateAccount();
        var clients = Clients;

        var accounts = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => clients[number % 2].CreateAccountAsync(request, cancellationToken: Cancel).ResponseAsync));

        Assert.Single(accounts.Distinct());
        Assert.Equal(1, accounts[0].Version);
    }

    [Fact]
    public async Task SuspendAccount_AtOne_IsSeenByTheOtherAtOnce()
    {
        var account = await host.AccountOnAsync("domo/plans/gold", Cancel);
        var (first, other) = (Clients[0], Clients[1]);
        for (var round = 0; round < 10; round++)
        {
            Assert.True((await other.CheckEntitlementAsync(Given.Check(account), cancellationToken: Cancel)).Allowed);
            await first.SuspendAccountAsync(new SuspendAccountRequest { Name = account, Reason = "unpaid", RequestId = Given.NewRequestId() }, cancellationToken: Cancel);
            Assert.False((await other.CheckEntitlementAsync(Given.Check(account), cancellationToken: Cancel)).Allowed);
            await first.ReinstateAccountAsync(new ReinstateAccountRequest { Name = account, RequestId = Given.NewRequestId() }, cancellationToken: Cancel);
        }
    }

    [Fact]
    public async Task SuspendAccount_WhileChecksNeverStop_NoneThatBeginsAfterwardsAllows()
    {
        var clients = Clients;
        for (var round = 0; round < 5; round++)
        {
            var account = await host.AccountOnAsync("domo/plans/gold", Cancel);
            var isSuspended = false;
            using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            var checking = Enumerable.Range(0, 8).Select(number => CheckUntilAsync(clients[number % 2], account, () => Volatile.Read(ref isSuspended), end.Token)).ToList();

            await clients[round % 2].SuspendAccountAsync(new SuspendAccountRequest { Name = account, Reason = "unpaid", RequestId = Given.NewRequestId() }, cancellationToken: Cancel);
            Volatile.Write(ref isSuspended, true);
            await Task.WhenAll(Enumerable.Range(0, 20).Select(number => clients[number % 2].CheckEntitlementAsync(Given.Check(account), cancellationToken: Cancel).ResponseAsync));
            await end.CancelAsync();

            var counts = await Task.WhenAll(checking);
            Assert.All(counts, count => Assert.Equal(0, count.Wrong));
            Assert.NotEqual(0, counts.Sum(count => count.After));
        }
    }

    public ValueTask DisposeAsync()
    {
        if (second.IsValueCreated)
        {
            second.Value.Dispose();
        }

        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private static async Task<(int After, int Wrong)> CheckUntilAsync(
        EntitlementService.EntitlementServiceClient client, string account, Func<bool> isSuspended, CancellationToken end)
    {
        var (after, wrong) = (0, 0);
        do
        {
            var mustRefuse = isSuspended();
            var check = await client.CheckEntitlementAsync(Given.Check(account), cancellationToken: Cancel);
            (after, wrong) = (after + (mustRefuse ? 1 : 0), wrong + (mustRefuse && check.Allowed ? 1 : 0));
        }
        while (!end.IsCancellationRequested || after == 0);

        return (after, wrong);
    }

    private static async Task<ErrorReason?> TryAddAsync(EntitlementService.EntitlementServiceClient client, string account, string id)
    {
        try
        {
            await client.AddContactAsync(Given.AddContact(account, id), cancellationToken: Cancel);
            return null;
        }
        catch (RpcException e)
        {
            return RefusedCall.Of(e).Reason;
        }
    }
}
