using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Services;
using SlaPlatform.Clocks.Telemetry;
using SlaPlatform.Clocks.Watching;
using SlaPlatform.ServiceDefaults;
using SlaPlatform.VirtualTime.Store;

namespace SlaPlatform.VirtualTime.Silos;

/// <summary>The service's parts as the host registers them: one of each in a silo.</summary>
internal static class SiloServices
{
    private const int FewWaiting = 20;

    private static readonly string[] Folders = ["Grains", "Journal", "Policies", "Tickets", "Watching"];

    private static readonly Type[] Parts =
    [
        typeof(TicketWatcher),
        .. typeof(TicketJournal).Assembly.GetTypes().Where(type =>
            type is { IsClass: true, IsAbstract: false, IsNested: false, IsGenericType: false }
            && Folders.Contains(type.Namespace?.Split('.').Last())
            && !type.IsAssignableTo(typeof(Grain)) && !type.IsAssignableTo(typeof(Exception)) && type.GetMethod("<Clone>$") is null),
    ];

    // Nobody reads them here, and a meter is never collected.
    private static readonly ShardGauges Gauges = new(TimeProvider.System);
    private static readonly ClockMetrics Metrics = new(new Meters(), Gauges);

    public static ServiceProvider Of(SiloProcess silo, Action<JournalOptions> journal, Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        foreach (var part in Parts)
        {
            services.AddSingleton(part);
        }

        services.AddOptions().AddSingleton(typeof(ILogger<>), typeof(Logger<>)).AddSingleton(Gauges).AddSingleton(Metrics).AddSingleton<IHostApplicationLifetime, Endless>()
            .AddKeyedSingleton(ResourceNames.Redis, RedisProxy.Multiplexer(silo.Connection))
            .Configure<WatchOptions>(options => options.MostWaiting = FewWaiting)
            .Configure(journal);
        add(services);
        return services.BuildServiceProvider();
    }

    // A silo of a life is killed, never stopped.
    private sealed class Endless : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => new(canceled: true);

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => throw new NotSupportedException("A silo of a life is not stopped.");
    }

    private sealed class Meters : IMeterFactory
    {
        public Meter Create(MeterOptions options) => new(options);

        public void Dispose()
        {
        }
    }
}
