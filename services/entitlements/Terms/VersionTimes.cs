using NodaTime;
using SlaPlatform.Entitlements.Store;

namespace SlaPlatform.Entitlements.Terms;

/// <summary>The instants of a version's civil dates.</summary>
internal static class VersionTimes
{
    public static DateTimeZone Zone(this SubscriptionVersionRow version) => DateTimeZoneProviders.Tzdb[version.TimeZone];

    /// <summary>The first instant of the term.</summary>
    public static Instant Start(this SubscriptionVersionRow version) => version.StartOfDay(version.StartDate);

    /// <summary>The instant after the term, or after its cancellation when that is earlier.</summary>
    public static Instant End(this SubscriptionVersionRow version)
    {
        var end = version.StartOfDay(version.EndDate.PlusDays(1));
        return version.CancelledFrom is { } cancelled ? Instant.Min(cancelled, end) : end;
    }

    /// <summary>The instant after the trial; null when it is none.</summary>
    public static Instant? TrialEnd(this SubscriptionVersionRow version) => version.TrialEndDate is { } last ? version.StartOfDay(last.PlusDays(1)) : null;

    private static Instant StartOfDay(this SubscriptionVersionRow version, LocalDate date) => version.Zone().AtStartOfDay(date).ToInstant();
}
