using Microsoft.EntityFrameworkCore;
using NodaTime;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Engine.Availability;
using SlaPlatform.Entitlements.Store;

namespace SlaPlatform.Entitlements.Availability;

/// <summary>The decisions that downtime of an account does not count, by whose downtime it is.</summary>
internal sealed class ExcludedDowntimes
{
    private readonly ILookup<string, (DowntimeExclusionRow Row, ExcludedTime Time)> _bySubject;

    private ExcludedDowntimes(IEnumerable<DowntimeExclusionRow> rows, IReadOnlyCollection<DowntimeRow> down)
    {
        var bySubject = down.ToLookup(SubjectOf, StringComparer.Ordinal);
        _bySubject = rows.OrderBy(row => row.DecideTime).ThenBy(row => row.Id, StringComparer.Ordinal)
            .ToLookup(row => row.Subject, row => (row, new ExcludedTime(row.StartTime, row.EndTime ?? EndOf(bySubject[row.Subject], row.StartTime))), StringComparer.Ordinal);
    }

    /// <summary>Those of an account.</summary>
    public static async Task<ExcludedDowntimes> ReadAsync(EntitlementsDb db, string account, CancellationToken cancellation) =>
        await ReadAsync(db, account, db.DowntimeExclusions.AsNoTracking().Where(row => row.AccountId == account), cancellation);

    /// <summary>Those of one downtime.</summary>
    public static async Task<ExcludedDowntimes> ReadAsync(EntitlementsDb db, DowntimeRow of, CancellationToken cancellation)
    {
        var subject = SubjectOf(of);
        return await ReadAsync(db, of.AccountId, db.DowntimeExclusions.AsNoTracking().Where(row => row.AccountId == of.AccountId && row.Subject == subject), cancellation);
    }

    private static async Task<ExcludedDowntimes> ReadAsync(EntitlementsDb db, string account, IQueryable<DowntimeExclusionRow> query, CancellationToken cancellation)
    {
        var rows = await query.ToListAsync(cancellation);
        var lasted = rows.Any(row => row.EndTime is null);
        return new(rows, lasted ? await db.Downtimes.AsNoTracking().Where(row => row.AccountId == account).ToListAsync(cancellation) : []);
    }

    /// <summary>Whose downtime it is: that of a ticket moves with its facts, so that what is decided stays with the ticket.</summary>
    public static string SubjectOf(DowntimeRow row) =>
        row.TicketId is { } ticket ? new TicketName(ticket).Format() : new DowntimeName(row.AccountId, row.Id).Format();

    /// <summary>The decisions about a downtime with the time that each takes out, first made first, also those taken back.</summary>
    public IReadOnlyList<(DowntimeExclusionRow Row, ExcludedTime Time)> Of(DowntimeRow row) => [.. _bySubject[SubjectOf(row)].Where(decided =>
        (row.EndTime is null || decided.Time.Start < row.EndTime) && (decided.Time.End is null || decided.Time.End > row.StartTime))];

    /// <summary>What counts of downtime; what lasts counts until an instant.</summary>
    public IEnumerable<Interval> Counted(IEnumerable<DowntimeRow> rows, Instant now) => rows.GroupBy(SubjectOf).SelectMany(
        group => ExcludedTime.Rest([.. group.Select(row => row.SpanUntil(now))], Standing(group.Key).Select(decided => decided.Time)));

    /// <summary>What of it was scheduled maintenance, which is not measured.</summary>
    public IEnumerable<Interval> Maintained(IEnumerable<DowntimeRow> rows, Instant now) => rows.GroupBy(SubjectOf).SelectMany(
        group => Standing(group.Key).Where(decided => decided.Row.Cause == DowntimeExclusion.ScheduledMaintenance)
            .Select(decided => decided.Time.Of(group.Select(down => down.SpanUntil(now)))).OfType<Interval>());

    // The end of the downtime that lasted when it was decided on; null while it lasts still.
    private static Instant? EndOf(IEnumerable<DowntimeRow> down, Instant start) =>
        down.Where(row => row.EndTime is null || row.EndTime > start).MinBy(row => row.StartTime)?.EndTime;

    private IEnumerable<(DowntimeExclusionRow Row, ExcludedTime Time)> Standing(string subject) => _bySubject[subject].Where(decided => decided.Row.RevertTime is null);
}
