using System.Globalization;
using Grpc.Core;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Entitlements;

/// <summary>Callers who race for the same units, over two instances.</summary>
public abstract class LedgerRaceTests(EntitlementsHost host)
{
    private const int Calls = 10_000;
    private const int InFlight = 256;
    private const decimal Step = 0.25m;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public sealed class OnSqlite(EntitlementsHost host) : LedgerRaceTests(host), IClassFixture<EntitlementsHost>;

    public sealed class OnPostgres(PostgresEntitlementsHost host) : LedgerRaceTests(host), IClassFixture<PostgresEntitlementsHost>;

    [Fact]
    public async Task ConsumeAllowance_TenThousandCallers_TakeExactlyWhatThereIs()
    {
        var name = $"{await host.AccountOnAsync("xtm/plans/gold", Cancel)}/subscriptions/main/allowances/tam-hours";
        const int Enough = 4_000;
        await host.Client.GrantAllowanceAsync(
            new GrantAllowanceRequest { Name = name, Quantity = ((Enough * Step) - 12).ToString(CultureInfo.InvariantCulture), Reason = "race", RequestId = Given.NewRequestId() },
            cancellationToken: Cancel);
        using var second = host.StartAnother();
        EntitlementService.EntitlementServiceClient[] clients = [host.Client, new(second.Channel)];
        var outcomes = new ErrorReason?[Calls];

        await Parallel.ForEachAsync(Enumerable.Range(0, Calls), new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = Cancel }, async (call, _) =>
            outcomes[call] = await TryAsync(clients[call % 2], name));

        Assert.Equal(Enough, outcomes.Count(outcome => outcome is null));
        Assert.Equal(Calls - Enough, outcomes.Count(outcome => outcome == ErrorReason.InsufficientBalance));
        var balance = (await host.Client.GetBalancesAsync(new GetBalancesRequest { Account = name[..name.IndexOf("/subscriptions", StringComparison.Ordinal)] }, cancellationToken: Cancel)).Allowances.Single();
        Assert.Equal(("0", (Enough * Step).ToString("0.######", CultureInfo.InvariantCulture)), (balance.Available, balance.Consumed));
        await AssertLedgerAsync(name, Enough);
    }

    private static async Task<ErrorReason?> TryAsync(EntitlementService.EntitlementServiceClient client, string name)
    {
        try
        {
            await client.ConsumeAllowanceAsync(
                new ConsumeAllowanceRequest { Name = name, Quantity = Step.ToString(CultureInfo.InvariantCulture), RequestId = Given.NewRequestId() }, cancellationToken: Cancel);
            return null;
        }
        catch (RpcException e)
        {
            return RefusedCall.Of(e).Reason;
        }
    }

    // Read from the first entry on, the balance is never below zero and every entry sums to zero.
    private async Task AssertLedgerAsync(string name, int consumed)
    {
        var (available, consumptions, sequence, page) = (0m, 0, 0L, "");
        do
        {
            var answer = await host.Client.ListLedgerEntriesAsync(new ListLedgerEntriesRequest { Parent = name, PageSize = 1000, PageToken = page }, cancellationToken: Cancel);
            foreach (var entry in answer.Entries)
            {
                var moved = entry.Postings.ToDictionary(posting => posting.LedgerAccount, posting => decimal.Parse(posting.Quantity, CultureInfo.InvariantCulture));
                Assert.Equal(0, moved.Values.Sum());
                available += moved.GetValueOrDefault("available");
                Assert.InRange(available, 0, decimal.MaxValue);
                Assert.Equal(++sequence, entry.Sequence);
                consumptions += entry.Operation == "consume" ? 1 : 0;
            }

            page = answer.NextPageToken;
        }
        while (page.Length > 0);

        Assert.Equal((consumed, 0m), (consumptions, available));
    }
}
