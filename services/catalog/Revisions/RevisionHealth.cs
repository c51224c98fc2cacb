using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SlaPlatform.Catalog.Revisions;

/// <summary>Degraded while a stored revision cannot be read: its policy's questions are refused, all others are answered.</summary>
internal sealed class RevisionHealth(RevisionStore revisions) : IHealthCheck
{
    /// <summary>The check's name.</summary>
    public const string Name = "revisions";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var unreadable = revisions.Unreadable.Select(revision => $"{revision.Name.Format()}: {revision.Reason}").ToList();
        return Task.FromResult(unreadable.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"Stored revisions cannot be read. {string.Join(" ", unreadable)}"));
    }
}
