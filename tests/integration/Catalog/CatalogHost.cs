using Grpc.Net.Client;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using SlaPlatform.Catalog.Endpoints;
using SlaPlatform.Catalog.Revisions;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Integration.Tests.Support;
using SlaPlatform.PolicyDocuments;

namespace SlaPlatform.Integration.Tests.Catalog;

/// <summary>The catalog host in this process, asked over gRPC. A test publishes policies of its own only.</summary>
public sealed class CatalogHost : IDisposable
{
    private readonly WebApplicationFactory<PlanCatalogEndpoint> _factory;
    private readonly GrpcChannel _channel;

    public CatalogHost() : this(null)
    {
    }

    internal CatalogHost(string? redis, Action<IServiceCollection>? change = null)
    {
        _factory = new WebApplicationFactory<PlanCatalogEndpoint>().WithWebHostBuilder(builder =>
        {
            if (redis is not null)
            {
                builder.UseSetting("ConnectionStrings:redis", redis);
            }

            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero)));
                change?.Invoke(services);
            });
        });
        Http = _factory.CreateClient();
        _channel = GrpcChannel.ForAddress(_factory.Server.BaseAddress, new GrpcChannelOptions { HttpHandler = _factory.Server.CreateHandler(), MaxReceiveMessageSize = 16 * 1024 * 1024 });
        Client = new PlanCatalogService.PlanCatalogServiceClient(_channel);
    }

    internal HttpClient Http { get; }

    internal IServiceProvider Services => _factory.Services;

    internal GrpcChannel Channel => _channel;

    internal PlanCatalogService.PlanCatalogServiceClient Client { get; }

    /// <summary>Publishes a revision of a policy like the demonstration.</summary>
    /// <param name="policy">The policy, a test's own.</param>
    /// <param name="effectiveFrom">From which date on it is in force.</param>
    /// <param name="channels">The channels of its plan <c>seconds</c>; others are refused.</param>
    internal PolicyRevision Publish(string policy, string effectiveFrom, string channels)
    {
        var document = PolicyDocument.Parse(File.ReadAllText(Repository.PathOf("services/catalog/development-policies/demo.yaml"))
            .Replace("policy: demo", $"policy: {policy}", StringComparison.Ordinal)
            .Replace("effective_from: 2024-01-01", $"effective_from: {effectiveFrom}", StringComparison.Ordinal)
            .Replace("accepted: [portal, email, phone, web], others: untimed", $"accepted: [{channels}], others: refused", StringComparison.Ordinal));
        Assert.True(document.IsValid, string.Join(" ", document.Problems.Select(problem => problem.Message)));
        var revision = new PolicyRevision(document.ContentHash, document.Policy.EffectiveFrom.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(), document.Policy);
        var store = Services.GetRequiredService<RevisionStore>();
        store.Replace(store.Book.With(new Publication(revision, document.CanonicalBytes, null)));
        return revision;
    }

    public void Dispose()
    {
        _channel.Dispose();
        Http.Dispose();
        _factory.Dispose();
    }
}
