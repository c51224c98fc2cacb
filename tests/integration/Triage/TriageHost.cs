using Grpc.Net.Client;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Integration.Tests.Catalog;
using SlaPlatform.Integration.Tests.Fixtures;
using SlaPlatform.Triage;

namespace SlaPlatform.Integration.Tests.Triage;

/// <summary>The triage host on a database of its own, a SQLite file, with a catalog and tickets' clocks behind it.</summary>
public class TriageHost : IAsyncLifetime
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"sla-triage-{Guid.NewGuid():N}.db");
    private HostUnderTest<TriageRpc> _host = null!;
    private TriageService.TriageServiceClient? _client;
    private string _store = "";

    /// <summary>The client; a test that asks for it is skipped where a server is not installed (a fixture cannot skip).</summary>
    public TriageService.TriageServiceClient Client
    {
        get
        {
            Assert.SkipWhen(Missing is not null, Missing ?? "");
            return _client!;
        }
    }

    internal CatalogHost Catalog { get; } = new();

    /// <summary>The clocks behind it.</summary>
    internal FakeClocks Clocks { get; } = new();

    internal FakeTimeProvider Time => _host.Time;

    internal IServiceProvider Services => _host.Services;

    internal GrpcChannel Channel => _host.Channel;

    /// <summary>What is not installed, or null.</summary>
    protected virtual string? Missing => null;

    public async ValueTask InitializeAsync()
    {
        if (Missing is null)
        {
            _store = await MakeStoreAsync();
            Restart();
        }
    }

    /// <summary>Starts the host (anew) on the same database.</summary>
    internal void Restart()
    {
        _host?.Dispose();
        _host = StartAnother();
        _client = new TriageService.TriageServiceClient(_host.Channel);
    }

    /// <summary>Starts another instance on the same database; the caller ends it.</summary>
    internal HostUnderTest<TriageRpc> StartAnother(SlaClockService.SlaClockServiceClient? clocks = null, DateTimeOffset? now = null) => new(
        [new("ConnectionStrings:triage", _store)],
        services => services.AddSingleton(Catalog.Client).AddSingleton(clocks ?? Clocks),
        now);

    /// <summary>Opens a ticket under a plan as its policy stands.</summary>
    internal async Task<string> OpenTicketAsync(string policy, string plan, CancellationToken cancellation)
    {
        var current = await Catalog.Client.GetPolicyAsync(new GetPolicyRequest { Name = $"policies/{policy}" }, cancellationToken: cancellation);
        return Clocks.Open(policy, plan, current.RevisionName.Split('@')[1]);
    }

    public ValueTask DisposeAsync()
    {
        _host?.Dispose();
        Catalog.Dispose();
        SqliteConnection.ClearAllPools();
        foreach (var file in new[] { _file, $"{_file}-wal", $"{_file}-shm", $"{_file}.migration-lock" })
        {
            File.Delete(file);
        }

        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Makes the database; gives its connection string.</summary>
    protected virtual Task<string> MakeStoreAsync() => Task.FromResult($"Data Source={_file}");
}
