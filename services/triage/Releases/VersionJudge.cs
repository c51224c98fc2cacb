using Microsoft.EntityFrameworkCore;
using NodaTime;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Triage;
using SlaPlatform.Engine.Triage.Releases;
using SlaPlatform.Sql;
using SlaPlatform.Triage.Store;
using IncidentReport = SlaPlatform.Engine.Triage.IncidentReport;

namespace SlaPlatform.Triage.Releases;

/// <summary>Says whether the version that a report names is supported, under policies that say what becomes of the others.</summary>
internal sealed class VersionJudge(IDbContextFactory<TriageDb> stores, TimeProvider time)
{
    /// <summary>How the version stands; null when the report names none.</summary>
    public async Task<VersionSupport?> JudgeAsync(Policy policy, IncidentReport report, Instant? asOf, string language, CancellationToken cancellation)
    {
        if (report[ReportField.Product] is not { } product || report[ReportField.Version] is not { } version)
        {
            return null;
        }

        if (policy.Provisions.FirstOrDefault(provision => provision.Id == UnsupportedVersions.ProvisionId) is not { } provision)
        {
            return new VersionSupport();
        }

        await using var db = await stores.CreateDbContextAsync(cancellation);
        var releases = await db.Releases.AsNoTracking().Where(row => row.PolicyId == policy.Id && row.Product == product).ToListAsync(cancellation);
        return VersionStanding.Of(releases.Select(row => new ReleasedVersion(row.Version, row.ReleaseTime, row.SupportEnd)), version, asOf ?? time.GetStoredInstant()) switch
        {
            VersionStanding.Supported => new VersionSupport { State = VersionState.Supported },
            VersionStanding.Unknown => new VersionSupport { State = VersionState.Unknown },
            VersionStanding.Unsupported unsupported => new VersionSupport
            {
                State = VersionState.Unsupported,
                UpgradeTo = unsupported.UpgradeTo ?? "",
                Message = provision.Text.In(language),
                Source = provision.Source,
                WaitingReason = provision.Values.GetValueOrDefault("fact") == "waiting_on_customer" ? provision.Values.GetValueOrDefault("reason", "") : "",
            },
            _ => new VersionSupport(),
        };
    }
}
