using System.Collections.Frozen;
using NodaTime;

namespace SlaPlatform.BusinessTime;

/// <summary>The IANA time zone database that every calendar uses.</summary>
public static class TimeZones
{
    private static readonly FrozenSet<string> Ids = DateTimeZoneProviders.Tzdb.Ids.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The version of the database, recorded with whatever was computed from it.</summary>
    public static string Version => DateTimeZoneProviders.Tzdb.VersionId;

    /// <summary>The zone with an IANA id, matched exactly.</summary>
    /// <param name="id">An id of the database, as <c>Europe/Brussels</c> or <c>UTC</c>; offsets are not zones.</param>
    /// <param name="field">The field a violation names.</param>
    public static Validated<DateTimeZone> Find(string id, string field) => Ids.Contains(id)
        ? Validated.Valid(DateTimeZoneProviders.Tzdb[id])
        : Validated.Invalid<DateTimeZone>(new Violation(field, $"\"{Shown.Text(id)}\" is not an IANA time zone; give an id such as Europe/Brussels."));
}
