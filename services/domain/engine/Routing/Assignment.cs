using NodaTime;

namespace SlaPlatform.Engine.Routing;

/// <summary>A named person who serves an account in a role.</summary>
/// <param name="Role">Id of the feature that grants the role.</param>
/// <param name="Person">The person's name.</param>
/// <param name="TimeZone">IANA zone that the person works in.</param>
/// <param name="CalendarId">Calendar of the account's policy with the person's hours, read in that zone where it is in the account's; null for always.</param>
public sealed record Assignment(string Role, string Person, string TimeZone, string? CalendarId)
{
    /// <summary>Of several people the one whose working day lies nearest to that of a zone; of equals the first by name.</summary>
    /// <param name="candidates">At least one.</param>
    /// <param name="preferredZone">IANA zone of the account.</param>
    /// <param name="at">When it is judged: offsets change over the year.</param>
    public static Assignment Nearest(IEnumerable<Assignment> candidates, string preferredZone, Instant at)
    {
        var preferred = OffsetOf(preferredZone, at);
        return candidates.OrderBy(candidate => Apart(OffsetOf(candidate.TimeZone, at), preferred)).ThenBy(candidate => candidate.Person, StringComparer.Ordinal).First();
    }

    private static long OffsetOf(string zone, Instant at) => DateTimeZoneProviders.Tzdb[zone].GetUtcOffset(at).Nanoseconds;

    // Around the day line: 23 hours apart are one.
    private static long Apart(long one, long other)
    {
        var apart = Math.Abs(one - other);
        return Math.Min(apart, NodaConstants.NanosecondsPerDay - apart);
    }
}
