using Microsoft.EntityFrameworkCore;
using NodaTime;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Availability;
using SlaPlatform.Entitlements.Allowances;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Entitlements.Terms;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using Date = Google.Type.Date;

namespace SlaPlatform.Entitlements.Availability;

/// <summary>A month of an instance, with all that its statement is made of.</summary>
internal sealed record MonthRecord(
    AccountName Account,
    string Instance,
    YearMonth Month,
    Interval Span,
    Guarantee Guarantee,
    AvailabilityStatement Statement,
    IReadOnlyList<MaintenanceWindowRow> Windows,
    IReadOnlyList<DowntimeRow> Downtimes,
    ExcludedDowntimes Exclusions,
    CreditRow? Claimed)
{
    private const int FirstYear = 1970;
    private const int LastYear = 2199;

    /// <summary>The id of the credit of a month.</summary>
    public string CreditId => AvailabilityRows.IdOf(Instance, Month.ToString("uuuu-MM", null));

    /// <summary>Reads the month of a request; its day does not matter.</summary>
    public static YearMonth? MonthOf(RequestChecks checks, Date? date)
    {
        if (date is null)
        {
            checks.Add(ErrorReason.FieldRequired, "month", "It is unset; give a date of the month.");
            return null;
        }

        if (date.Year is >= FirstYear and <= LastYear && date.Month is >= 1 and <= 12)
        {
            return new YearMonth(date.Year, date.Month);
        }

        checks.Add(ErrorReason.TimeOutOfRange, "month", $"{date.Year}-{date.Month} is no month of the years {FirstYear} to {LastYear}; correct it.");
        return null;
    }

    /// <summary>Works a month out from what is stored.</summary>
    /// <exception cref="RefusalException">No guarantee covers the month or the instance.</exception>
    public static async Task<MonthRecord> ReadAsync(
        EntitlementsDb db, AccountName account, string instance, YearMonth month, IReadOnlyList<SubscriptionTerms> terms, Instant now, CancellationToken cancellation)
    {
        var guarantees = Guarantee.Of(account, instance, terms, month);
        var last = guarantees[^1];
        var own = await db.Instances.AsNoTracking().FirstOrDefaultAsync(row => row.AccountId == account.Account && row.Label == instance, cancellation);
        if (own is { IsOwn: false } && AvailabilityScope.IsOwnInstancesOnly(last.Revision.Policy))
        {
            throw Refusals.FailedPrecondition(
                ErrorReason.NoAvailabilityGuarantee, account.Format(), $"Instance '{instance}' is run by a subcontractor, and the guarantee covers only those that the account runs itself.");
        }

        var span = Guarantee.MonthIn(last.Version.Zone(), month);
        var windows = await db.MaintenanceWindows.AsNoTracking()
            .Where(row => row.AccountId == account.Account && row.Instance == instance && row.StartTime < span.End && row.EndTime > span.Start)
            .OrderBy(row => row.StartTime).ToListAsync(cancellation);
        var downtimes = await db.Downtimes.AsNoTracking()
            .Where(row => row.AccountId == account.Account && row.Instance == instance && row.StartTime < span.End && (row.EndTime == null || row.EndTime > span.Start))
            .OrderBy(row => row.StartTime).ToListAsync(cancellation);
        var exclusions = await ExcludedDowntimes.ReadAsync(db, account.Account, cancellation);
        var intervals = new MonthIntervals
        {
            Service = [.. guarantees.Select(guarantee => guarantee.Span)],
            Scheduled =
            [
                .. windows.Where(row => row.CancelTime is null && row.IsScheduled).Select(row => new Interval(row.StartTime, row.EndTime)),
                .. exclusions.Maintained(downtimes, now),
            ],
            Emergency = [.. windows.Where(row => row.CancelTime is null && !row.IsScheduled).Select(row => new Interval(row.StartTime, row.EndTime))],
            Down = [.. exclusions.Counted(downtimes, now)],
        };
        var record = new MonthRecord(account, instance, month, span, last, new AvailabilityStatement(intervals, last.Promise), windows, downtimes, exclusions, Claimed: null);
        return record with { Claimed = await db.Credits.FindAsync([account.Account, record.CreditId], cancellation) };
    }
}
