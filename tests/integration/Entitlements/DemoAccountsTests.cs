using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Entitlements.Seeding;
using SlaPlatform.ServiceDefaults;

namespace SlaPlatform.Integration.Tests.Entitlements;

public sealed class DemoAccountsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_EmptyDatabase_MakesOneAccountForEachPlanThatMayAskAtOnce()
    {
        var host = new EntitlementsHost { SeedsDemoAccounts = true };
        await using var cleanup = host;
        await host.InitializeAsync();
        var client = host.Client;
        await host.Services.GetServices<IHostedService>().OfType<DemoAccounts>().Single().ExecuteTask!.WaitAsync(Cancel);

        var listed = await client.ListAccountsAsync(new ListAccountsRequest(), cancellationToken: Cancel);
        var accounts = listed.Accounts.Select(account => account.Name).ToList();
        Assert.Contains("accounts/acme-domo-diamond", accounts);
        Assert.Contains("accounts/acme-zmanda-trial", accounts);
        var check = await client.CheckEntitlementAsync(Given.Check("accounts/acme-xtm-gold", Channel.Email, "eve"), cancellationToken: Cancel);
        Assert.Equal((true, true), (check.Allowed, check.TargetsApply));
        var readiness = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(entry => entry.Tags.Contains(HealthTags.Ready), Cancel);
        Assert.Equal(HealthStatus.Healthy, readiness.Entries[SeededCheck.Name].Status);
    }

    [Fact]
    public async Task CheckHealthAsync_BeforeTheAccountsAreThere_IsNotHealthy()
    {
        var check = new SeededCheck();
        var context = new HealthCheckContext { Registration = new HealthCheckRegistration(SeededCheck.Name, check, HealthStatus.Unhealthy, [HealthTags.Ready]) };

        Assert.Equal(HealthStatus.Unhealthy, (await check.CheckHealthAsync(context, Cancel)).Status);
        check.Done();
        Assert.Equal(HealthStatus.Healthy, (await check.CheckHealthAsync(context, Cancel)).Status);
    }
}
