using SlaPlatform.ServiceDefaults;

namespace SlaPlatform.Benchmarks.Processes;

/// <summary>The platform over a given Redis: the four hosts as the AppHost starts them, on free ports, or the clock service alone.</summary>
internal sealed class Platform : IAsyncDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("sla-benchmark-");
    private readonly List<HostProcess> hosts = [];
    private readonly List<(int Grpc, int Health, int Silo, int Gateway)> siloPorts = [];
    private readonly Dictionary<string, int> services = new() { [ResourceNames.Catalog] = Ports.Free(), [ResourceNames.Entitlements] = Ports.Free(), [ResourceNames.Triage] = Ports.Free() };
    private readonly string redis;

    private Platform(string redis) => this.redis = redis;

    /// <summary>The entitlement service; not with the clock service alone.</summary>
    public HostProcess Entitlements { get; private set; } = null!;

    /// <summary>The silos of the clock service.</summary>
    public IReadOnlyList<HostProcess> Silos => silos;

    private readonly List<HostProcess> silos = [];

    /// <summary>Starts all four services and waits until they are ready.</summary>
    public static async Task<Platform> StartAsync(RedisProcess redis, int silos = 1)
    {
        var platform = new Platform(redis.ConnectionString);
        try
        {
            await platform.StartServicesAsync();
            for (var silo = 0; silo < silos; silo++)
            {
                await platform.StartSiloAsync();
            }

            return platform;
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    /// <summary>The clock service alone: what wakes tickets needs no other service.</summary>
    public static Platform ClockOnly(RedisProcess redis) => new(redis.ConnectionString);

    /// <summary>Starts a silo, and waits until it is ready.</summary>
    /// <param name="ofPort">The silo whose ports it takes over after a crash, or null for new ones.</param>
    public async Task<HostProcess> StartSiloAsync(int? ofPort = null)
    {
        if (ofPort is null)
        {
            siloPorts.Add((Ports.Free(), Ports.Free(), Ports.Free(), Ports.Free()));
        }

        var index = ofPort ?? siloPorts.Count - 1;
        var ports = siloPorts[index];
        var silo = new HostProcess(
            [Repository.BuiltAssembly("services/clocks", "SlaPlatform.Clocks")],
            [
                .. References(ResourceNames.Catalog, ResourceNames.Entitlements, ResourceNames.Triage),
                ("ConnectionStrings:redis", redis),
                ("Orleans:ClusterId", "benchmark"), ("Orleans:ServiceId", "benchmark"),
                ("Orleans:Clustering:ProviderType", "Redis"), ("Orleans:Clustering:ServiceKey", "redis"), ("Orleans:EnableDistributedTracing", "true"),
                ("Orleans:Endpoints:AdvertisedIPAddress", "127.0.0.1"),
                ("Orleans:Endpoints:SiloPort", $"{ports.Silo}"), ("Orleans:Endpoints:GatewayPort", $"{ports.Gateway}"),
            ],
            (ports.Grpc, ports.Health));
        if (ofPort is { } taken)
        {
            silos[taken] = silo;
        }
        else
        {
            silos.Add(silo);
        }

        hosts.Add(silo);
        await silo.ReadyAsync();
        return silo;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        data.Delete(recursive: true);
    }

    private async Task StartServicesAsync()
    {
        await StartServiceAsync(ResourceNames.Catalog, "SlaPlatform.Catalog", ("ConnectionStrings:redis", redis), ("ConnectionStrings:catalog", Database("catalog")));
        Entitlements = await StartServiceAsync(
            ResourceNames.Entitlements,
            "SlaPlatform.Entitlements",
            [.. References(ResourceNames.Catalog), ("ConnectionStrings:redis", redis), ("ConnectionStrings:entitlements", Database("entitlements")), ("Seed:DemoAccounts", "true")]);
        await StartServiceAsync(ResourceNames.Triage, "SlaPlatform.Triage", [.. References(ResourceNames.Catalog)]);
    }

    private async Task<HostProcess> StartServiceAsync(string name, string assembly, params (string Key, string Value)[] settings)
    {
        var host = new HostProcess([Repository.BuiltAssembly($"services/{name}", assembly)], settings, (services[name], Ports.Free()));
        hosts.Add(host);
        await host.ReadyAsync();
        return host;
    }

    private string Database(string name) => $"Data Source={Path.Combine(data.FullName, $"{name}.db")}";

    private IEnumerable<(string Key, string Value)> References(params string[] names) =>
        names.Select(name => ($"services:{name}:grpc:0", $"http://127.0.0.1:{services[name]}"));
}
