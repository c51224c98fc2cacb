using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SlaPlatform.Catalog.Endpoints;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Clocks.Faults;
using SlaPlatform.Integration.Tests.Fixtures;
using SlaPlatform.Integration.Tests.Support;
using SlaPlatform.ServiceDefaults;

namespace SlaPlatform.Integration.Tests.Catalog;

/// <summary>The catalog's database goes away and comes back.</summary>
public sealed class StoreAwayTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 90_000)]
    public async Task Start_PostgresIsAway_RefusesUntilItIsThereAndThenImports()
    {
        await using var postgres = await PostgresServer.StartAsync();
        var store = await postgres.MakeDatabaseAsync();
        await postgres.CrashAsync();
        using var host = CatalogStore.Start(store);
        var client = new PlanCatalogService.PlanCatalogServiceClient(host.Channel);

        var refused = await RefusedCall.OfAsync(client.GetPolicyAsync(new GetPolicyRequest { Name = "policies/xtm" }, cancellationToken: Cancel));
        Assert.Equal((StatusCode.Unavailable, ErrorReason.DependencyUnavailable, "catalog"), (refused.Code, refused.Reason, refused.Info.Metadata["dependency"]));
        Assert.NotNull(refused.Retry);
        Assert.Equal(HealthStatus.Unhealthy, await ReadinessAsync(host));

        await postgres.RestartAsync();
        Assert.Equal("1.1", (await UntilAnsweredAsync(host, () => client.GetPolicyAsync(new GetPolicyRequest { Name = "policies/xtm" }, cancellationToken: Cancel))).Version);
        Assert.Equal(HealthStatus.Healthy, await ReadinessAsync(host));
    }

    [Fact(Timeout = 90_000)]
    public async Task Calls_PostgresCrashes_WhatIsCertainIsAnsweredAndTheRestRefusedUntilItIsBack()
    {
        await using var postgres = await PostgresServer.StartAsync();
        using var host = CatalogStore.Start(await postgres.MakeDatabaseAsync());
        var client = new PlanCatalogService.PlanCatalogServiceClient(host.Channel);
        var known = await client.GetPolicyAsync(new GetPolicyRequest { Name = "policies/xtm" }, cancellationToken: Cancel);
        var past = new GetPolicyRequest { Name = "policies/xtm", AsOfTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(host.Time.GetUtcNow()) };

        await postgres.CrashAsync();
        host.Time.Advance(TimeSpan.FromSeconds(3));
        var current = await RefusedCall.OfAsync(client.GetPolicyAsync(new GetPolicyRequest { Name = "policies/xtm" }, cancellationToken: Cancel));
        var publishing = await RefusedCall.OfAsync(client.PublishPolicyAsync(Given.Publish(Given.Document("away")), cancellationToken: Cancel));

        Assert.Equal((StatusCode.Unavailable, StatusCode.Unavailable), (current.Code, publishing.Code));
        Assert.NotNull(current.Retry);
        Assert.NotNull(publishing.Retry);
        Assert.Equal(known, await client.GetPolicyAsync(new GetPolicyRequest { Name = known.RevisionName }, cancellationToken: Cancel));
        Assert.Equal(known, await client.GetPolicyAsync(past, cancellationToken: Cancel));

        await postgres.RestartAsync();
        Assert.Equal(known, await UntilAnsweredAsync(host, () => client.GetPolicyAsync(new GetPolicyRequest { Name = "policies/xtm" }, cancellationToken: Cancel)));
        Assert.Equal("policies/away", (await UntilAnsweredAsync(host, () => client.PublishPolicyAsync(Given.Publish(Given.Document("away")), cancellationToken: Cancel))).Name);
    }

    [Fact(Timeout = 90_000)]
    public async Task GetPolicy_TheDatabaseHangs_IsRefusedBeforeTheCallerGivesUp()
    {
        await using var postgres = await PostgresServer.StartAsync();
        await using var link = new FaultyLink(postgres.Port);
        var store = (await postgres.MakeDatabaseAsync()).Replace($"Port={postgres.Port}", $"Port={link.Port}", StringComparison.Ordinal);
        using var host = CatalogStore.Start(store);
        var client = new PlanCatalogService.PlanCatalogServiceClient(host.Channel);
        var known = await client.GetPolicyAsync(new GetPolicyRequest { Name = "policies/xtm" }, cancellationToken: Cancel);

        link.Become(LinkState.Swallowing);
        host.Time.Advance(TimeSpan.FromSeconds(3));
        var asked = host.Time.GetUtcNow();
        var asking = client.GetPolicyAsync(new GetPolicyRequest { Name = "policies/xtm" }, cancellationToken: Cancel);
        while (!asking.ResponseAsync.IsCompleted && host.Time.GetUtcNow() < asked + TimeSpan.FromSeconds(5))
        {
            host.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancel);
        }

        // The database's client gives up by itself too, but much later than callers do.
        await Task.WhenAny(asking.ResponseAsync, Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System, Cancel));
        Assert.True(asking.ResponseAsync.IsCompleted, "The question still waits for the database.");
        var refused = await RefusedCall.OfAsync(asking);
        Assert.Equal((StatusCode.Unavailable, ErrorReason.DependencyUnavailable), (refused.Code, refused.Reason));
        Assert.Equal(known, await client.GetPolicyAsync(new GetPolicyRequest { Name = known.RevisionName }, cancellationToken: Cancel));
    }

    private static async Task<HealthStatus> ReadinessAsync(HostUnderTest<PlanCatalogEndpoint> host)
    {
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(entry => entry.Tags.Contains(HealthTags.Ready), Cancel);
        return report.Entries["catalog-store"].Status;
    }

    private static async Task<T> UntilAnsweredAsync<T>(HostUnderTest<PlanCatalogEndpoint> host, Func<AsyncUnaryCall<T>> call)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
            {
                host.Time.Advance(TimeSpan.FromSeconds(1));
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancel);
            }
        }
    }
}
