using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Catalog.Endpoints;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Fixtures;
using SlaPlatform.Integration.Tests.Support;
using SlaPlatform.PolicyDocuments;

namespace SlaPlatform.Integration.Tests.Catalog;

public abstract class PublishPolicyTests(CatalogStore store)
{
    private static readonly TimeSpan Notice = TimeSpan.FromSeconds(10);

    public sealed class OnSqlite(CatalogStore store) : PublishPolicyTests(store), IClassFixture<CatalogStore>;

    public sealed class OnPostgres(PostgresCatalogStore store) : PublishPolicyTests(store), IClassFixture<PostgresCatalogStore>;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PublishPolicy_NoTimeGiven_IsInForceTenSecondsLater()
    {
        using var host = CatalogStore.Start(await store.MakeAsync());
        var client = ClientOf(host);
        var now = host.Time.GetUtcNow();

        var published = await client.PublishPolicyAsync(Given.Publish(Given.Document("xtm")), cancellationToken: Cancel);

        Assert.Equal(now + Notice, published.EffectiveTime.ToDateTimeOffset());
        Assert.Equal(PolicyDocument.Parse(Given.Document("xtm")).ContentHash, published.DocumentSha256);
        Assert.Equal(PolicyDocument.Parse(Given.Document("xtm")).CanonicalBytes, [.. published.Document]);
        Assert.Equal("1.1", (await GetAsync(client, "policies/xtm")).Version);
        host.Time.Advance(Notice);
        Assert.Equal(published.RevisionName, (await GetAsync(client, "policies/xtm")).RevisionName);
        Assert.Equal("1.1", (await GetAsync(client, "policies/xtm", now + Notice - TimeSpan.FromTicks(1))).Version);
    }

    [Fact]
    public async Task PublishPolicy_TimeGiven_EndsTheRevisionBeforeItThen()
    {
        using var host = CatalogStore.Start(await store.MakeAsync());
        var client = ClientOf(host);
        var request = Given.Publish(Given.Document("xtm"));
        request.EffectiveTime = Timestamp.FromDateTimeOffset(DateTimeOffset.Parse("2027-01-01T00:00:00Z", null));

        await client.PublishPolicyAsync(request, cancellationToken: Cancel);

        var history = (await client.ListPolicyRevisionsAsync(new ListPolicyRevisionsRequest { Policy = "policies/xtm" }, cancellationToken: Cancel)).Revisions;
        Assert.Equal(["1", "1.1"], history.Select(revision => revision.Version));
        Assert.Equal([null, request.EffectiveTime], history.Select(revision => revision.SupersededTime));
    }

    [Fact]
    public async Task PublishPolicy_Repeated_IsTheSameRevisionAndSaysSo()
    {
        using var host = CatalogStore.Start(await store.MakeAsync());
        var client = ClientOf(host);
        var request = Given.Publish(Given.Document("twice"));
        var published = await client.PublishPolicyAsync(request, cancellationToken: Cancel);
        host.Time.Advance(TimeSpan.FromHours(1));

        using var call = client.PublishPolicyAsync(request, cancellationToken: Cancel);
        var repeated = await call.ResponseAsync;

        Assert.Equal(published, repeated);
        Assert.Equal("true", call.GetTrailers().GetValue(ErrorReasonNames.RepeatTrailer));
    }

    [Fact]
    public async Task PublishPolicy_RequestIdReusedForAnotherDocument_IsRefusedAndNothingIsStored()
    {
        using var host = CatalogStore.Start(await store.MakeAsync());
        var client = ClientOf(host);
        var request = Given.Publish(Given.Document("reused"));
        await client.PublishPolicyAsync(request, cancellationToken: Cancel);
        var other = Given.Publish(Given.Document("reused", version: "2"));
        other.RequestId = request.RequestId;

        var refused = await RefusedCall.OfAsync(client.PublishPolicyAsync(other, cancellationToken: Cancel));

        Assert.Equal((StatusCode.InvalidArgument, ErrorReason.RequestIdReused), (refused.Code, refused.Reason));
        Assert.Single((await client.ListPolicyRevisionsAsync(new ListPolicyRevisionsRequest { Policy = "policies/reused" }, cancellationToken: Cancel)).Revisions);
    }

    [Fact]
    public async Task PublishPolicy_TheSameContentAgain_ExistsAlready()
    {
        using var host = CatalogStore.Start(await store.MakeAsync());
        var client = ClientOf(host);
        var published = await client.PublishPolicyAsync(Given.Publish(Given.Document("same")), cancellationToken: Cancel);
        host.Time.Advance(TimeSpan.FromDays(1));

        var refused = await RefusedCall.OfAsync(client.PublishPolicyAsync(Given.Publish($"# Another comment.\n{Given.Document("same")}"), cancellationToken: Cancel));

        Assert.Equal((StatusCode.AlreadyExists, ErrorReason.AlreadyExists, published.RevisionName), (refused.Code, refused.Reason, refused.Info.Metadata["resource"]));
    }

    [Theory]
    [InlineData("2026-06-01T10:00:09.9999999Z", "10 s ahead")]
    [InlineData("1970-01-01T00:00:00Z", "10 s ahead")]
    public async Task PublishPolicy_TooSoon_IsRefused(string effective, string because) => await AssertTooEarlyAsync(Given.Document("soon"), effective, because);

    [Fact]
    public async Task PublishPolicy_BeforeTheDateInTheDocument_IsRefused() => await AssertTooEarlyAsync(
        Given.Document("dated").Replace("effective_from: 2024-01-01", "effective_from: 2026-09-01", StringComparison.Ordinal), "2026-08-31T23:59:59Z", "effective_from");

    [Fact]
    public async Task PublishPolicy_NotAfterTheLatestRevision_IsRefused()
    {
        using var host = CatalogStore.Start(await store.MakeAsync());
        var client = ClientOf(host);
        var later = Given.Publish(Given.Document("order"));
        later.EffectiveTime = Timestamp.FromDateTimeOffset(host.Time.GetUtcNow().AddDays(9));
        await client.PublishPolicyAsync(later, cancellationToken: Cancel);
        var second = Given.Publish(Given.Document("order", version: "2"));
        second.EffectiveTime = later.EffectiveTime;

        foreach (var request in new[] { second, Given.Publish(Given.Document("order", version: "3")) })
        {
            var refused = await RefusedCall.OfAsync(client.PublishPolicyAsync(request, cancellationToken: Cancel));
            Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.EffectiveTimeTooEarly), (refused.Code, refused.Reason));
            Assert.Contains("another revision", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task PublishPolicy_SeveralFaults_NamesAllAtOnce()
    {
        using var host = CatalogStore.Start(await store.MakeAsync());
        var request = Given.Publish(Given.Document("faulty").Replace("tier: 1", "tier: first", StringComparison.Ordinal).Replace("default_level: 2", "default_level: 7", StringComparison.Ordinal));
        (request.RequestId, request.EffectiveTime) = ("7", new Timestamp { Seconds = -1 });

        var refused = await RefusedCall.OfAsync(ClientOf(host).PublishPolicyAsync(request, cancellationToken: Cancel));

        Assert.Equal((StatusCode.InvalidArgument, ErrorReason.InvalidRequest), (refused.Code, refused.Reason));
        Assert.Equal(
            [("document", ErrorReason.PolicyDocumentInvalid), ("document", ErrorReason.PolicyDocumentInvalid), ("effective_time", ErrorReason.TimeOutOfRange), ("request_id", ErrorReason.InvalidRequestId)],
            refused.Violations.Select(violation => (violation.Field, violation.Reason)));
        Assert.StartsWith("Line 24, column 18: ", refused.Violations[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublishPolicy_NoDocumentOrOneTooLarge_IsRefused()
    {
        using var host = CatalogStore.Start(await store.MakeAsync());
        var client = ClientOf(host);

        var empty = await RefusedCall.OfAsync(client.PublishPolicyAsync(Given.Publish(""), cancellationToken: Cancel));
        var large = await RefusedCall.OfAsync(client.PublishPolicyAsync(Given.Publish(new string('#', DocumentLimits.Bytes + 1)), cancellationToken: Cancel));

        empty.AssertField(ErrorReason.FieldRequired, "document", "give a policy document");
        large.AssertField(ErrorReason.TextTooLong, "document", $"at most {DocumentLimits.Bytes}");
    }

    [Fact]
    public async Task PublishPolicy_Restarted_TheRevisionAndTheBundledOnesAreThereOnce()
    {
        var database = await store.MakeAsync();
        Policy published;
        using (var before = CatalogStore.Start(database))
        {
            published = await ClientOf(before).PublishPolicyAsync(Given.Publish(Given.Document("xtm")), cancellationToken: Cancel);
        }

        using var after = CatalogStore.Start(database);
        var client = ClientOf(after);

        Assert.Equal(published, await GetAsync(client, published.RevisionName));
        Assert.Equal(["1", "1.1"], (await client.ListPolicyRevisionsAsync(new ListPolicyRevisionsRequest { Policy = "policies/xtm" }, cancellationToken: Cancel)).Revisions.Select(revision => revision.Version));
    }

    [Fact]
    public async Task PublishPolicy_OnOneOfTwoInstances_IsInForceOnBothFromTheSameMoment()
    {
        var database = await store.MakeAsync();
        using var first = CatalogStore.Start(database);
        using var second = CatalogStore.Start(database);
        await GetAsync(ClientOf(second), "policies/xtm");

        var published = await ClientOf(first).PublishPolicyAsync(Given.Publish(Given.Document("xtm")), cancellationToken: Cancel);

        Assert.Equal("1.1", (await GetAsync(ClientOf(second), "policies/xtm")).Version);
        second.Time.Advance(Notice - TimeSpan.FromTicks(1));
        Assert.Equal("1.1", (await GetAsync(ClientOf(second), "policies/xtm")).Version);
        second.Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(published.RevisionName, (await GetAsync(ClientOf(second), "policies/xtm")).RevisionName);
    }

    [Fact]
    public async Task PublishPolicy_TheOtherInstanceIsNotAskedMeanwhile_AnswersTheRevisionFromItsFirstMoment()
    {
        var database = await store.MakeAsync();
        using var first = CatalogStore.Start(database);
        using var second = CatalogStore.Start(database);
        await GetAsync(ClientOf(second), "policies/xtm");

        var published = await ClientOf(first).PublishPolicyAsync(Given.Publish(Given.Document("xtm")), cancellationToken: Cancel);
        second.Time.Advance(Notice);

        Assert.Equal(published.RevisionName, (await GetAsync(ClientOf(second), "policies/xtm")).RevisionName);
    }

    [Fact]
    public async Task GetPolicy_ByTheNameOfARevisionOfAnotherInstance_IsFoundAtOnce()
    {
        var database = await store.MakeAsync();
        using var first = CatalogStore.Start(database);
        using var second = CatalogStore.Start(database);
        await GetAsync(ClientOf(second), "policies/xtm");

        var published = await ClientOf(first).PublishPolicyAsync(Given.Publish(Given.Document("xtm")), cancellationToken: Cancel);

        Assert.Equal(published, await GetAsync(ClientOf(second), published.RevisionName));
    }

    [Fact]
    public async Task GetPolicy_APolicyThatAnotherInstanceHasJustMade_IsFound()
    {
        var database = await store.MakeAsync();
        using var first = CatalogStore.Start(database);
        using var second = CatalogStore.Start(database);
        Assert.Equal(ErrorReason.PolicyNotFound, (await RefusedCall.OfAsync(ClientOf(second).GetPolicyAsync(new GetPolicyRequest { Name = "policies/fresh" }, cancellationToken: Cancel))).Reason);

        await ClientOf(first).PublishPolicyAsync(Given.Publish(Given.Document("fresh")), cancellationToken: Cancel);

        Assert.Single((await ClientOf(second).ListPolicyRevisionsAsync(new ListPolicyRevisionsRequest { Policy = "policies/fresh" }, cancellationToken: Cancel)).Revisions);
    }

    [Fact]
    public async Task PublishPolicy_ManyAtOnceOverBothForOneTime_OneIsPublished()
    {
        var database = await store.MakeAsync();
        using var first = CatalogStore.Start(database);
        using var second = CatalogStore.Start(database);
        PlanCatalogService.PlanCatalogServiceClient[] clients = [ClientOf(first), ClientOf(second)];

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => TryPublishAsync(clients[number % 2], Given.Document("race", version: $"{number}"))));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.All(outcomes.OfType<ErrorReason>(), reason => Assert.Equal(ErrorReason.EffectiveTimeTooEarly, reason));
    }

    [Fact]
    public async Task PublishPolicy_OneRequestManyTimesAtOnceOverBoth_IsCarriedOutOnce()
    {
        var database = await store.MakeAsync();
        using var first = CatalogStore.Start(database);
        using var second = CatalogStore.Start(database);
        PlanCatalogService.PlanCatalogServiceClient[] clients = [ClientOf(first), ClientOf(second)];
        var request = Given.Publish(Given.Document("once"));

        var published = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => clients[number % 2].PublishPolicyAsync(request, cancellationToken: Cancel).ResponseAsync));

        Assert.Single(published.Distinct());
    }

    [Fact]
    public async Task PublishPolicy_TakesLongerThanItsNoticeAllows_IsRefusedAndNothingIsStored()
    {
        using var host = CatalogStore.Start(await store.MakeAsync());
        var client = ClientOf(host);
        await GetAsync(client, "policies/xtm");
        host.Time.AutoAdvanceAmount = TimeSpan.FromSeconds(3);

        var refused = await RefusedCall.OfAsync(client.PublishPolicyAsync(Given.Publish(Given.Document("slow")), cancellationToken: Cancel));

        host.Time.AutoAdvanceAmount = TimeSpan.Zero;
        Assert.Equal((StatusCode.Unavailable, ErrorReason.DependencyUnavailable), (refused.Code, refused.Reason));
        Assert.NotNull(refused.Retry);
        Assert.Equal(ErrorReason.PolicyNotFound, (await RefusedCall.OfAsync(client.GetPolicyAsync(new GetPolicyRequest { Name = "policies/slow" }, cancellationToken: Cancel))).Reason);
    }

    private static PlanCatalogService.PlanCatalogServiceClient ClientOf(HostUnderTest<PlanCatalogEndpoint> host) => new(host.Channel);

    private static async Task<Policy> GetAsync(PlanCatalogService.PlanCatalogServiceClient client, string name, DateTimeOffset? at = null) => await client.GetPolicyAsync(
        new GetPolicyRequest { Name = name, AsOfTime = at is { } time ? Timestamp.FromDateTimeOffset(time) : null }, cancellationToken: Cancel);

    private static async Task<ErrorReason?> TryPublishAsync(PlanCatalogService.PlanCatalogServiceClient client, string document)
    {
        try
        {
            await client.PublishPolicyAsync(Given.Publish(document), cancellationToken: Cancel);
            return null;
        }
        catch (RpcException e)
        {
            return RefusedCall.Of(e).Reason;
        }
    }

    private async Task AssertTooEarlyAsync(string document, string effective, string because)
    {
        using var host = CatalogStore.Start(await store.MakeAsync());
        var request = Given.Publish(document);
        request.EffectiveTime = Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(effective, null));

        var refused = await RefusedCall.OfAsync(ClientOf(host).PublishPolicyAsync(request, cancellationToken: Cancel));

        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.EffectiveTimeTooEarly), (refused.Code, refused.Reason));
        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
    }
}
