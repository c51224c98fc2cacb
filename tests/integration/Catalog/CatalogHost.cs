using Grpc.Net.Client;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using SlaPlatform.Catalog.Endpoints;
using SlaPlatform.Catalog.Revisions;
using SlaPlatform.Catalog.Store;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Integration.Tests.Support;
using SlaPlatform.PolicyDocuments;
using SlaPlatform.Sql;

namespace SlaPlatform.Integration.Tests.Catalog;

/// <summary>The catalog host in this process, asked over gRPC. A test publishes policies of its own only.</summary>
public sealed class CatalogHost : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"sla-catalog-{Guid.NewGuid():N}.db");
    private readonly WebApplicationFactory<PlanCatalogEndpoint> _factory;
    private readonly GrpcChannel _channel;

    public CatalogHost() : this(null)
    {
    }

    internal CatalogHost(string? redis, Action<IServiceCollection>? change = null)
    {
        _factory = new WebApplicationFactory<PlanCatalogEndpoint>().WithWebHostBuilder(builder =>
        {
            builder.UseSetting("ConnectionStrings:catalog", StoreConnection);
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

    private string StoreConnection => $"Data Source={_file}";

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
        var row = RevisionRow.Of(
            document, document.Policy.EffectiveFrom.AtStartOfDayInZone(DateTimeZone.Utc).ToInstant(), Services.GetRequiredService<TimeProvider>().GetStoredInstant(), RevisionOrigin.Published);
        using var store = Services.GetRequiredService<IDbContextFactory<CatalogDb>>().CreateDbContext();
        store.Revisions.Add(row);
        store.SaveChanges();
        var publication = Publication.Of(row);
        Services.GetRequiredService<RevisionStore>().Add(publication);
        return publication.Revision;
    }

    public void Dispose()
    {
        _channel.Dispose();
        Http.Dispose();
        _factory.Dispose();
        using (var connection = new SqliteConnection(StoreConnection))
        {
            SqliteConnection.ClearPool(connection);
        }

        foreach (var file in new[] { _file, $"{_file}-wal", $"{_file}-shm", $"{_file}.migration-lock" })
        {
            File.Delete(file);
        }
    }
}
