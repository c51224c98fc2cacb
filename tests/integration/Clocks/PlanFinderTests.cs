using Microsoft.Extensions.Time.Testing;
using NodaTime;
using SlaPlatform.Clocks.Simulation;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Integration.Tests.Catalog;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class PlanFinderTests
{
    private static readonly Instant First = Instant.FromUtc(2024, 5, 1, 0, 0);
    private readonly FakeCatalog _catalog = new() { FirstRevision = First.ToDateTimeOffset() };

    [Fact]
    public async Task FindAsync_ThousandTimesBeforeTheFirstRevision_AsksForFewAndTakesTheLatest()
    {
        var finder = Finder();
        var checks = new RequestChecks();

        for (var hour = 1000; hour > 0; hour--)
        {
            Assert.NotNull(await finder.FindAsync(checks, "plan", "policies/xtm/plans/gold", First - Duration.FromHours(hour)));
        }

        Assert.True(checks.IsSound);
        Assert.InRange(_catalog.Asked, 1, 3);
    }

    [Fact]
    public async Task FindAsync_FromTheFirstRevisionOn_IsTheOneInForce()
    {
        var finder = Finder();
        var checks = new RequestChecks();
        await finder.FindAsync(checks, "plan", "policies/xtm/plans/gold", First - Duration.Epsilon);

        var found = await finder.FindAsync(checks, "plan", "policies/xtm/plans/gold", First);

        Assert.Equal(_catalog.RevisionOf("xtm").Hash, found?.ContentHash);
    }

    [Fact]
    public async Task FindAsync_RevisionNamedWhileNoneIsInForce_IsThatOneAndNotTheLatest()
    {
        using var catalog = new CatalogHost();
        var first = catalog.Publish("twice", "2025-01-01", "portal, email");
        var second = catalog.Publish("twice", "2026-05-01", "portal");
        var finder = FinderOf(catalog.Client);
        var checks = new RequestChecks();

        var named = await finder.FindAsync(checks, "plan", $"policies/twice@{first.Id}/plans/seconds", First);
        var latest = await finder.FindAsync(checks, "plan", "policies/twice/plans/seconds", First);

        Assert.True(checks.IsSound);
        Assert.Equal((first.ContentHash, second.ContentHash), (named?.ContentHash, latest?.ContentHash));
    }

    private PlanFinder Finder() => FinderOf(_catalog);

    private static PlanFinder FinderOf(PlanCatalogService.PlanCatalogServiceClient catalog) =>
        new(new PolicySource(catalog, new FakeTimeProvider((First + Duration.FromDays(30)).ToDateTimeOffset())), TestContext.Current.CancellationToken);
}
