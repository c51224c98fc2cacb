using System.Diagnostics;
using System.Globalization;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.ServiceDefaults;
using StackExchange.Redis;

namespace SlaPlatform.Soak.Platform;

/// <summary>Redis, the services and some silos as processes of their own, on ports and data of their own, with the settings that the AppHost gives.</summary>
internal sealed class LocalPlatform : IAsyncDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("sla-soak-");
    private readonly Ports ports = new();
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly TimeProvider clock;
    private readonly ManagedProcess[] services;
    private readonly List<GrpcChannel> channels = [];
    private readonly SlaClockService.SlaClockServiceClient[] clients;

    public LocalPlatform(SoakOptions options, TimeProvider clock)
    {
        this.clock = clock;
        RedisPort = ports.Take();
        Redis = RedisOf(options.Redis);
        var catalog = ports.Take();
        var entitlements = ports.Take();
        var triage = ports.Take();
        var toCatalog = ("services__catalog__grpc__0", Url(catalog));
        services =
        [
            Service("services/catalog", "Catalog", catalog,
                ("ConnectionStrings__catalog", $"Data Source={Path.Combine(data.FullName, "catalog.db")}"),
                ("Policies__AdditionalDirectory", Built.PathOf("services/catalog/development-policies"))),
            Service("services/entitlements", "Entitlements", entitlements, toCatalog,
                ("ConnectionStrings__entitlements", $"Data Source={Path.Combine(data.FullName, "entitlements.db")}"), ("Seed__DemoAccounts", "true")),
            Service("services/triage", "Triage", triage, toCatalog),
        ];
        var silos = Enumerable.Range(1, options.Silos).Select(number => (Number: number, Port: ports.Take())).ToArray();
        Silos = [.. silos.Select(silo => Silo(silo.Number, silo.Port,
            toCatalog, ("services__entitlements__grpc__0", Url(entitlements)), ("services__triage__grpc__0", Url(triage))))];
        clients = [.. silos.Select(silo => ClientOf(silo.Port))];
    }

    /// <summary>The Redis that holds the journal.</summary>
    public ManagedProcess Redis { get; }

    /// <summary>The silos of the clock.</summary>
    public IReadOnlyList<ManagedProcess> Silos { get; }

    /// <summary>Whether the processes' output stays when the soak is over.</summary>
    public bool KeepLogs { get; set; } = true;

    /// <summary>Where the output is.</summary>
    public string DataDirectory => data.FullName;

    public string RedisConnection => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{RedisPort}");

    private int RedisPort { get; }

    /// <summary>A client of some silo.</summary>
    public SlaClockService.SlaClockServiceClient AnyClient() => clients[Random.Shared.Next(clients.Length)];

    /// <summary>Starts everything and waits until it answers.</summary>
    public async Task Start(CancellationToken cancellation)
    {
        await Redis.Start(cancellation);
        foreach (var service in services)
        {
            await service.Start(cancellation);
        }

        foreach (var silo in Silos)
        {
            await silo.Start(cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        channels.ForEach(channel => channel.Dispose());
        foreach (var process in Silos.Concat(services).Append(Redis))
        {
            process.Signal(Signals.Continue);
            process.Dispose();
        }

        http.Dispose();
        if (!KeepLogs)
        {
            data.Delete(recursive: true);
        }

        await ValueTask.CompletedTask;
    }

    private static string Url(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");

    private ManagedProcess RedisOf(string kind)
    {
        var directory = Directory.CreateDirectory(Path.Combine(data.FullName, "redis")).FullName;
        return new ManagedProcess(kind, LogOf("redis"), () => kind == "garnet"
            ? new ProcessStartInfo("dotnet", [Built.Assembly("services/platform/local-redis", "SlaPlatform.LocalRedis"), "--port", $"{RedisPort}", "--data-dir", directory])
            : new ProcessStartInfo("redis-server",
            [
                "--port", $"{RedisPort}", "--bind", "127.0.0.1", "--dir", directory, "--save", "", "--appendonly", "yes", "--appendfsync", "always",
                "--maxmemory-policy", "noeviction", "--loglevel", "warning",
            ]), Answers, clock);
    }

    private async Task<bool> Answers(CancellationToken cancellation)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"{RedisConnection},connectTimeout=1000,connectRetry=1").WaitAsync(cancellation);
        await connection.GetDatabase().PingAsync();
        return true;
    }

    private ManagedProcess Silo(int number, int port, params (string, string)[] settings) => Service("services/clocks", "Clocks", port, $"silo-{number}",
    [
        .. settings,
        // The least: tickets of some seconds are then loaded from snapshots, too.
        ("Journal__SnapshotEvery", "10"),
        ("Orleans__ClusterId", "soak"), ("Orleans__ServiceId", "soak"),
        ("Orleans__Clustering__ProviderType", "Redis"), ("Orleans__Clustering__ServiceKey", "redis"),
        ("Orleans__Endpoints__AdvertisedIPAddress", "127.0.0.1"),
        ("Orleans__Endpoints__SiloPort", $"{ports.Take()}"), ("Orleans__Endpoints__GatewayPort", $"{ports.Take()}"),
    ]);

    private ManagedProcess Service(string folder, string name, int port, params (string, string)[] settings) => Service(folder, name, port, name.ToLowerInvariant(), settings);

    private ManagedProcess Service(string folder, string assembly, int port, string name, (string, string)[] settings)
    {
        var httpPort = ports.Take();
        return new ManagedProcess(name, LogOf(name), () =>
        {
            var start = new ProcessStartInfo("dotnet", [Built.Assembly(folder, $"SlaPlatform.{assembly}")]) { WorkingDirectory = Built.PathOf(folder) };
            (string, string)[] own =
            [
                ("DOTNET_ENVIRONMENT", "Development"), ("ASPNETCORE_ENVIRONMENT", "Development"), ("ConnectionStrings__redis", RedisConnection),
                ("Kestrel__Endpoints__grpc__Url", Url(port)), ("Kestrel__Endpoints__http__Url", Url(httpPort)), ("Logging__LogLevel__Default", "Warning"),
            ];
            foreach (var (key, value) in own.Concat(settings))
            {
                start.Environment[key] = value;
            }

            return start;
        }, async cancellation => (await http.GetAsync(Url(httpPort) + HealthPaths.Ready, cancellation)).IsSuccessStatusCode, clock);
    }

    private string LogOf(string name) => Path.Combine(data.FullName, $"{name}.log");

    private SlaClockService.SlaClockServiceClient ClientOf(int port)
    {
        var channel = GrpcChannel.ForAddress(Url(port));
        channels.Add(channel);
        return new SlaClockService.SlaClockServiceClient(channel.Intercept(new DeadlineInterceptor(clock)));
    }
}
