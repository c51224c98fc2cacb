using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Errors;

namespace SlaPlatform.Integration.Tests.Catalog;

/// <summary>What is acknowledged outlives the instance that acknowledged it.</summary>
public abstract class PublishCrashTests(CatalogStore store)
{
    public sealed class OnSqlite(CatalogStore store) : PublishCrashTests(store), IClassFixture<CatalogStore>;

    public sealed class OnPostgres(PostgresCatalogStore store) : PublishCrashTests(store), IClassFixture<PostgresCatalogStore>;

    [Fact(Timeout = 120_000)]
    public async Task PublishPolicy_KilledAfterTheAnswer_TheRevisionIsThereAndARepeatIsOne()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var database = await store.MakeAsync();
        var request = Given.Publish(Given.Document("crash"));
        await using var first = await CatalogProcess.StartAsync(database, cancellation);

        var published = await first.Client.PublishPolicyAsync(request, cancellationToken: cancellation);
        await first.KillAsync();

        await using var second = await CatalogProcess.StartAsync(database, cancellation);
        Assert.Equal(published, await second.Client.GetPolicyAsync(new GetPolicyRequest { Name = published.RevisionName }, cancellationToken: cancellation));
        using var again = second.Client.PublishPolicyAsync(request, cancellationToken: cancellation);
        Assert.Equal(published, await again.ResponseAsync);
        Assert.Equal("true", again.GetTrailers().GetValue(ErrorReasonNames.RepeatTrailer));
    }
}
