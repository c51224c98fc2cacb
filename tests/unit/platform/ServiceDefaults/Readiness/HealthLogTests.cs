using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SlaPlatform.Platform.Tests.ServiceDefaults.Support;
using SlaPlatform.ServiceDefaults;
using SlaPlatform.ServiceDefaults.Readiness;

namespace SlaPlatform.Platform.Tests.ServiceDefaults.Readiness;

public sealed class HealthLogTests : IDisposable
{
    private static readonly (LogLevel Level, string Text) Failure = (LogLevel.Error, "The service is not ready, its check 'store' fails: The store is away.");
    private static readonly (LogLevel Level, string Text) Recovery = (LogLevel.Information, "The check 'store' passes again");

    private readonly RecordingLogs _logs = new();
    private HealthStatus _store = HealthStatus.Unhealthy;

    private IEnumerable<(LogLevel Level, string Text)> Lines => _logs.Of("Health");

    public void Dispose() => _logs.Dispose();

    [Fact]
    public async Task Probes_NotReadyYet_LogNothing()
    {
        await using var service = await StartAsync();

        await ProbeAsync(service, 503, times: 3);
        _store = HealthStatus.Healthy;
        await ProbeAsync(service, 200, times: 2);

        Assert.Empty(Lines);
    }

    [Fact]
    public async Task Probes_FailureAfterItWasReady_IsLoggedOnceAsIsItsEnd()
    {
        await using var service = await StartAsync();
        _store = HealthStatus.Healthy;
        await ProbeAsync(service, 200, times: 1);

        _store = HealthStatus.Unhealthy;
        await ProbeAsync(service, 503, times: 3);
        Assert.Equal([Failure], Lines);

        _store = HealthStatus.Healthy;
        await ProbeAsync(service, 200, times: 2);
        Assert.Equal([Failure, Recovery], Lines);
    }

    [Fact]
    public async Task Probes_WhileItStops_LogNothing()
    {
        await using var service = await StartAsync();
        _store = HealthStatus.Healthy;
        await ProbeAsync(service, 200, times: 1);

        service.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        service.Services.GetRequiredService<HealthLog>().Take(Report());

        Assert.Empty(Lines);
    }

    [Fact]
    public async Task Take_StillNotReadyWhenPatienceIsOver_SaysSoOnce()
    {
        await using var service = await StartAsync();
        var time = new SteppedTime();
        var log = new HealthLog(
            service.Services.GetRequiredService<IHostApplicationLifetime>(), time, service.Services.GetRequiredService<ILogger<HealthLog>>());

        log.Take(Report());
        time.Now += HealthLog.StartPatience - TimeSpan.FromTicks(1);
        log.Take(Report());
        Assert.Empty(Lines);

        time.Now += TimeSpan.FromTicks(1);
        log.Take(Report());
        log.Take(Report());
        Assert.Equal([Failure], Lines);
    }

    private Task<RunningService> StartAsync() => RunningService.StartAsync(
        builder =>
        {
            builder.Logging.AddProvider(_logs);
            builder.Services.AddHealthChecks().AddCheck("store", () => new HealthCheckResult(_store, "The store is away."), [HealthTags.Ready]);
        },
        settings: "--Logging:LogLevel:Default=Information");

    private static async Task ProbeAsync(RunningService service, int status, int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Equal(status, await service.StatusOfAsync(HealthPaths.Ready));
        }
    }

    private static HealthReport Report() => new(
        new Dictionary<string, HealthReportEntry> { ["store"] = new(HealthStatus.Unhealthy, "The store is away.", TimeSpan.Zero, null, null) }, TimeSpan.Zero);

    private sealed class SteppedTime : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
