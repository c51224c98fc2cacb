using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;
using SlaPlatform.Catalog.Endpoints;
using SlaPlatform.Catalog.Store;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Fixtures;
using SlaPlatform.Integration.Tests.Support;
using SlaPlatform.ServiceDefaults;

namespace SlaPlatform.Integration.Tests.Catalog;

/// <summary>A stored revision that this version of the catalog cannot read.</summary>
public sealed class UnreadableRevisionTests(CatalogStore store) : IClassFixture<CatalogStore>
{
    private const string Later = """{ "policy": "xtm", "key_of_a_later_version": true }""";
    private static readonly Instant From = Instant.FromUtc(2026, 9, 1, 0, 0);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Questions_OfItsPolicyAtItsTime_AreRefusedAndAllOthersAnswered()
    {
        using var host = CatalogStore.Start(await store.MakeAsync());
        var client = new PlanCatalogService.PlanCatalogServiceClient(host.Channel);
        var known = await client.GetPolicyAsync(new GetPolicyRequest { Name = "policies/xtm" }, cancellationToken: Cancel);
        var unreadable = await StoreAsync(host, "xtm", From, Later);
        var only = await StoreAsync(host, "nobody", Instant.FromUtc(2025, 1, 1, 0, 0), Later);
        host.Time.Advance(TimeSpan.FromSeconds(3));

        var listed = await client.ListPoliciesAsync(new ListPoliciesRequest(), cancellationToken: Cancel);
        var now = await client.GetPolicyAsync(new GetPolicyRequest { Name = "policies/xtm" }, cancellationToken: Cancel);
        var history = await client.ListPolicyRevisionsAsync(new ListPolicyRevisionsRequest { Policy = "policies/xtm" }, cancellationToken: Cancel);

        Assert.Contains("policies/xtm", listed.Policies.Select(policy => policy.Name));
        Assert.DoesNotContain("policies/nobody", listed.Policies.Select(policy => policy.Name));
        Assert.Equal((known.RevisionName, From), (now.RevisionName, now.SupersededTime.ToInstant()));
        Assert.Equal([known.RevisionName], history.Revisions.Select(revision => revision.RevisionName));
        await AssertUnreadableAsync(client, unreadable, new GetPolicyRequest { Name = "policies/xtm", AsOfTime = From.ToTimestamp() });
        await AssertUnreadableAsync(client, unreadable, new GetPolicyRequest { Name = unreadable });
        await AssertUnreadableAsync(client, only, new GetPolicyRequest { Name = "policies/nobody" });
        var readiness = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(entry => entry.Tags.Contains(HealthTags.Ready), Cancel);
        Assert.Equal(HealthStatus.Degraded, readiness.Status);
        Assert.Contains(unreadable, readiness.Entries["revisions"].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_OfBytesThatAreNotThoseOfTheirHash_AreRefused()
    {
        using var host = CatalogStore.Start(await store.MakeAsync());
        var client = new PlanCatalogService.PlanCatalogServiceClient(host.Channel);
        var changed = await StoreAsync(host, "xtm", From, await DocumentAsync(client), hash: new string('a', 64));
        host.Time.Advance(TimeSpan.FromSeconds(3));

        await AssertUnreadableAsync(client, changed, new GetPolicyRequest { Name = changed });
    }

    private static async Task<string> DocumentAsync(PlanCatalogService.PlanCatalogServiceClient client) =>
        (await client.GetPolicyAsync(new GetPolicyRequest { Name = "policies/xtm" }, cancellationToken: Cancel)).Document.ToStringUtf8();

    private static async Task AssertUnreadableAsync(PlanCatalogService.PlanCatalogServiceClient client, string name, GetPolicyRequest request)
    {
        var refused = await RefusedCall.OfAsync(client.GetPolicyAsync(request, cancellationToken: Cancel));
        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.RevisionUnreadable, name), (refused.Code, refused.Reason, refused.Info.Metadata["resource"]));
    }

    private static async Task<string> StoreAsync(HostUnderTest<PlanCatalogEndpoint> host, string policy, Instant effective, string document, string? hash = null)
    {
        var bytes = Encoding.UTF8.GetBytes(document);
        hash ??= Convert.ToHexStringLower(SHA256.HashData(bytes));
        await using var db = await host.Services.GetRequiredService<IDbContextFactory<CatalogDb>>().CreateDbContextAsync(Cancel);
        db.Revisions.Add(new RevisionRow
        {
            PolicyId = policy,
            RevisionId = hash[..12],
            ContentHash = hash,
            EffectiveTime = effective,
            DocumentDate = new LocalDate(2026, 9, 1),
            RecordTime = Instant.FromUtc(2026, 6, 1, 9, 0),
            Origin = RevisionOrigin.Published,
            Document = bytes,
        });
        await db.SaveChangesAsync(Cancel);
        return $"policies/{policy}@{hash[..12]}";
    }
}
