using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SlaPlatform.Entitlements.Seeding;

/// <summary>Healthy once <see cref="DemoAccounts"/> is done: whoever waits for readiness may count on the demonstration accounts.</summary>
internal sealed class SeededCheck : IHealthCheck
{
    /// <summary>The name of the check.</summary>
    public const string Name = "seeded";

    private volatile bool _done;

    /// <summary>Says that the accounts are there, or that none are to be made.</summary>
    public void Done() => _done = true;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        _done ? HealthCheckResult.Healthy() : new HealthCheckResult(context.Registration.FailureStatus, "The demonstration accounts are not all there yet."));
}
