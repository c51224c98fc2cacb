using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SlaPlatform.ServiceDefaults.Readiness;

/// <summary>
/// Says once that a check fails and once that it passes again; the framework would say it at every probe. That a service is not ready yet is no failure before
/// <see cref="StartPatience"/> is over, and that it is stopping is none at all. Safe for concurrent use.
/// </summary>
internal sealed partial class HealthLog(IHostApplicationLifetime lifetime, TimeProvider time, ILogger<HealthLog> logger) : IHealthCheckPublisher
{
    /// <summary>The framework's own log of every answer.</summary>
    internal const string FrameworkCategory = "Microsoft.Extensions.Diagnostics.HealthChecks.DefaultHealthCheckService";

    internal static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly HashSet<string> _passed = [];
    private readonly HashSet<string> _failing = [];
    private readonly long _started = time.GetTimestamp();

    /// <summary>Compares the report of some checks with how they were.</summary>
    public void Take(HealthReport report)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return;
        }

        lock (_lock)
        {
            foreach (var (name, entry) in report.Entries)
            {
                Take(name, entry);
            }
        }
    }

    public Task PublishAsync(HealthReport report, CancellationToken cancellationToken)
    {
        Take(report);
        return Task.CompletedTask;
    }

    private void Take(string name, HealthReportEntry entry)
    {
        if (entry.Status == HealthStatus.Healthy)
        {
            _passed.Add(name);
            if (_failing.Remove(name))
            {
                Passes(name);
            }
        }
        else if ((_passed.Contains(name) || time.GetElapsedTime(_started) >= StartPatience) && _failing.Add(name))
        {
            Fails(entry.Exception, name, entry.Description ?? entry.Status.ToString());
        }
    }
}
