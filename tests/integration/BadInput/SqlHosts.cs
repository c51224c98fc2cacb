using Google.Protobuf.Reflection;
using Grpc.Core;
using SlaPlatform.Catalog.Endpoints;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Integration.Tests.BadInput.Seeds;
using SlaPlatform.Integration.Tests.Catalog;
using SlaPlatform.Integration.Tests.Entitlements;
using SlaPlatform.Integration.Tests.Fixtures;
using SlaPlatform.Integration.Tests.Triage;

namespace SlaPlatform.Integration.Tests.BadInput;

/// <summary>The hosts that keep what they know in SQL, each on a SQLite file of its own.</summary>
public class SqlHosts : IAsyncLifetime
{
    private readonly EntitlementsHost _entitlements;
    private readonly TriageHost _triage;
    private readonly CatalogStore _stores;
    private HostUnderTest<PlanCatalogEndpoint>? _catalog;

    public SqlHosts() : this(new EntitlementsHost(), new TriageHost(), new CatalogStore())
    {
    }

    protected SqlHosts(EntitlementsHost entitlements, TriageHost triage, CatalogStore stores) => (_entitlements, _triage, _stores) = (entitlements, triage, stores);

    public async ValueTask InitializeAsync()
    {
        await _entitlements.InitializeAsync();
        await _triage.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _catalog?.Dispose();
        await _stores.DisposeAsync();
        await _triage.DisposeAsync();
        await _entitlements.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Whether these hosts could answer a fault otherwise than others do.</summary>
    internal virtual bool CanDiffer(BadCase fault) => true;

    /// <summary>Where the service of an rpc is asked, and its valid requests; none for an rpc that nobody made one for.</summary>
    internal async Task<(CallInvoker Invoker, IReadOnlyDictionary<string, Seed[]> Seeds)> OfAsync(MethodDescriptor rpc)
    {
        switch (rpc.Service.Name)
        {
            case nameof(PlanCatalogService):
                _catalog ??= CatalogStore.Start(await _stores.MakeAsync());
                var catalog = _catalog.Channel.CreateCallInvoker();
                return (catalog, CatalogSeeds.Of(new PlanCatalogService.PlanCatalogServiceClient(catalog)));
            case "TriageService":
                Assert.NotNull(_triage.Client);
                return (_triage.Channel.CreateCallInvoker(), new TriageSeeds(_triage).All);
            default:
                var seeds = new EntitlementSeeds(_entitlements).All.Concat(new AllowanceSeeds(_entitlements).All).Concat(new DutySeeds(_entitlements).All).Concat(new AvailabilitySeeds(_entitlements).All);
                return (_entitlements.Channel.CreateCallInvoker(), seeds.ToDictionary());
        }
    }
}
