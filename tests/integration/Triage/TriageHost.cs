using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Integration.Tests.Catalog;
using SlaPlatform.Integration.Tests.Fixtures;
using SlaPlatform.Triage;

namespace SlaPlatform.Integration.Tests.Triage;

/// <summary>The triage host with a catalog behind it. It keeps no state.</summary>
public sealed class TriageHost : IDisposable
{
    private readonly CatalogHost _catalog = new();
    private readonly HostUnderTest<TriageRpc> _host;

    public TriageHost()
    {
        _host = new HostUnderTest<TriageRpc>([], services => services.AddSingleton(_catalog.Client));
        Client = new TriageService.TriageServiceClient(_host.Channel);
    }

    public TriageService.TriageServiceClient Client { get; }

    public void Dispose()
    {
        _host.Dispose();
        _catalog.Dispose();
    }
}
