using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Entitlements.Checks;
using SlaPlatform.Entitlements.Store;

namespace SlaPlatform.Integration.Tests.Entitlements;

public abstract class CheckCacheTests(EntitlementsHost host)
{
    public sealed class OnSqlite(EntitlementsHost host) : CheckCacheTests(host), IClassFixture<EntitlementsHost>;

    public sealed class OnPostgres(PostgresEntitlementsHost host) : CheckCacheTests(host), IClassFixture<PostgresEntitlementsHost>;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private CheckCache Cache => host.Services.GetRequiredService<CheckCache>();

    [Fact]
    public async Task FindAsync_AfterACheck_HasWhatSqlHas()
    {
        var (id, inputs) = await FilledAsync();

        var cached = await Cache.FindAsync(id);

        Assert.Equal(inputs.ToRecord().Account, cached!.ToRecord().Account);
        Assert.Equal(inputs.ToRecord().Contacts, cached.ToRecord().Contacts);
        Assert.Equal(inputs.ToRecord().Subscriptions.Select(bought => bought.PlanId), cached.ToRecord().Subscriptions.Select(bought => bought.PlanId));
    }

    [Fact]
    public async Task CheckEntitlement_FirstAndAgain_IsCountedByWhereItsInputsCameFrom()
    {
        var account = await host.AccountOnAsync("domo/plans/gold", Cancel);
        var counted = new List<string?>();
        using var listener = new MeterListener();
        var factory = host.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == CheckMetrics.DurationName && ReferenceEquals(instrument.Meter.Scope, factory))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            foreach (var (key, value) in tags)
            {
                if (key == CheckMetrics.InputsTag)
                {
                    counted.Add((string?)value);
                }
            }
        });
        listener.Start();
        await Cache.EndAsync(account["accounts/".Length..], (await Cache.BeginAsync(account["accounts/".Length..]))!, committed: null);

        await host.Client.CheckEntitlementAsync(Given.Check(account), cancellationToken: Cancel);
        await host.Client.CheckEntitlementAsync(Given.Check(account), cancellationToken: Cancel);

        Assert.Equal(["store", "cache"], counted);
    }

    [Fact]
    public async Task FillAsync_WhileAChangeIsUnderWay_StoresNothing()
    {
        var (id, inputs) = await FilledAsync();
        var tombstone = await Cache.BeginAsync(id);

        await Cache.FillAsync(inputs);
        Assert.Null(await Cache.FindAsync(id));

        await Cache.EndAsync(id, tombstone!, committed: null);
        await Cache.FillAsync(inputs);
        Assert.NotNull(await Cache.FindAsync(id));
    }

    [Fact]
    public async Task EndAsync_AnotherChangeIsUnderWay_StoresNothing()
    {
        var (id, inputs) = await FilledAsync();
        var first = await Cache.BeginAsync(id);
        var second = await Cache.BeginAsync(id);

        await Cache.EndAsync(id, first!, inputs);
        Assert.Null(await Cache.FindAsync(id));

        await Cache.EndAsync(id, second!, inputs);
        Assert.NotNull(await Cache.FindAsync(id));
    }

    [Fact]
    public async Task FillAsync_OlderThanWhatIsThere_ChangesNothing()
    {
        var (id, old) = await FilledAsync();
        await host.Client.SuspendAccountAsync(
            new SuspendAccountRequest { Name = $"accounts/{id}", Reason = "unpaid", RequestId = Given.NewRequestId() }, cancellationToken: Cancel);

        await Cache.FillAsync(old);

        Assert.True((await Cache.FindAsync(id))!.Account.Version > old.Account.Version);
    }

    private async Task<(string Id, AccountInputs Inputs)> FilledAsync()
    {
        var account = await host.AccountOnAsync("domo/plans/gold", Cancel);
        await host.Client.CheckEntitlementAsync(Given.Check(account), cancellationToken: Cancel);
        var id = account["accounts/".Length..];
        return (id, (await host.Services.GetRequiredService<AccountReader>().ReadAsync(id, Cancel))!);
    }
}
