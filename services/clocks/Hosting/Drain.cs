using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace SlaPlatform.Clocks.Hosting;

/// <summary>
/// The first step of a stop: not ready from then on, watches end with a token to resume from, and after the notice the listeners close, running calls end, and
/// last the silo hands its grains to the others.
/// </summary>
internal sealed partial class Drain(IHostApplicationLifetime lifetime, IOptions<DrainOptions> options, TimeProvider clock, ILogger<Drain> logger)
    : IHostedLifecycleService, IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        lifetime.ApplicationStopping.IsCancellationRequested
            ? new HealthCheckResult(context.Registration.FailureStatus, "The service is stopping.")
            : HealthCheckResult.Healthy());

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        Draining(options.Value.NoticeFor, options.Value.Within);
        await Task.Delay(options.Value.NoticeFor, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        Drained();
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
