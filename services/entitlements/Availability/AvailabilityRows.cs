using System.Security.Cryptography;
using System.Text;
using NodaTime;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Availability;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Entitlements.Availability;

/// <summary>Finds rows of availability, and shows them.</summary>
internal static class AvailabilityRows
{
    private const int IdBytes = 10;

    public static async Task<MaintenanceWindowRow> WindowAsync(EntitlementsDb db, MaintenanceWindowName name, CancellationToken cancellation) =>
        await db.MaintenanceWindows.FindAsync([name.Account, name.Window], cancellation)
        ?? throw Refusals.NotFound(ErrorReason.RecordNotFound, name.Format(), "list windows with ListMaintenanceWindows");

    /// <summary>Downtime by name, as callers see it.</summary>
    public static async Task<Downtime> ShowDowntimeAsync(EntitlementsDb db, DowntimeName name, CancellationToken cancellation)
    {
        var row = await DowntimeAsync(db, name, cancellation);
        return row.ToWire(await ExcludedDowntimes.ReadAsync(db, row, cancellation));
    }

    public static async Task<DowntimeRow> DowntimeAsync(EntitlementsDb db, DowntimeName name, CancellationToken cancellation) =>
        await db.Downtimes.FindAsync([name.Account, name.Downtime], cancellation)
        ?? throw Refusals.NotFound(ErrorReason.RecordNotFound, name.Format(), "list downtime with ListDowntimes");

    /// <summary>An id that follows from what it is of.</summary>
    public static string IdOf(params string[] of) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', of))).AsSpan(0, IdBytes));

    public static MaintenanceWindow ToWire(this MaintenanceWindowRow row) => new()
    {
        Name = new MaintenanceWindowName(row.AccountId, row.Id).Format(),
        Instance = row.Instance,
        StartTime = row.StartTime.ToTimestamp(),
        EndTime = row.EndTime.ToTimestamp(),
        Kind = row.IsScheduled ? MaintenanceKind.Scheduled : MaintenanceKind.Emergency,
        NoticeTime = row.NoticeTime.ToTimestamp(),
        WithinPlannedHours = row.IsPlanned,
        CancelTime = row.CancelTime?.ToTimestamp(),
        Etag = Etags.Of(row.Revision),
    };

    public static Downtime ToWire(this DowntimeRow row, ExcludedDowntimes exclusions)
    {
        var decided = exclusions.Of(row);
        var standing = decided.Select(exclusion => exclusion.Row).FirstOrDefault(exclusion => exclusion.RevertTime is null);
        return new Downtime
        {
            Name = new DowntimeName(row.AccountId, row.Id).Format(),
            Instance = row.Instance,
            StartTime = row.StartTime.ToTimestamp(),
            EndTime = row.EndTime?.ToTimestamp(),
            Ticket = row.TicketId is { } ticket ? new TicketName(ticket).Format() : "",
            Exclusion = standing?.Cause ?? DowntimeExclusion.Unspecified,
            Evidence = standing?.Evidence ?? "",
            Etag = Etags.Of(row.Revision),
            Exclusions = { decided.Select(ToWire) },
        };
    }

    private static ExcludedDowntime ToWire((DowntimeExclusionRow Row, ExcludedTime Time) decided) => new()
    {
        StartTime = decided.Time.Start.ToTimestamp(),
        EndTime = decided.Time.End?.ToTimestamp(),
        Cause = decided.Row.Cause,
        Evidence = decided.Row.Evidence,
        Actor = decided.Row.Actor,
        DecideTime = decided.Row.DecideTime.ToTimestamp(),
        RevertTime = decided.Row.RevertTime?.ToTimestamp(),
        RevertActor = decided.Row.RevertActor,
        RevertReason = decided.Row.RevertReason,
    };

    public static Instance ToWire(this InstanceRow row) => new()
    {
        Name = new InstanceName(row.AccountId, IdOf(row.Label)).Format(),
        Label = row.Label,
        Operator = row.IsOwn ? InstanceOperator.Account : InstanceOperator.Subcontractor,
    };

    /// <summary>The time that a row covers; what lasts, until an instant.</summary>
    public static Interval SpanUntil(this DowntimeRow row, Instant now) => new(Instant.Min(row.StartTime, row.EndTime ?? now), row.EndTime ?? Instant.Max(row.StartTime, now));
}
