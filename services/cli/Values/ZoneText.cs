using NodaTime;
using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Values;

/// <summary>Time zones as people write them.</summary>
internal static class ZoneText
{
    public static DateTimeZone Parse(string field, string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
        ?? throw new UsageException(field, $"'{id}' is not a time zone.", "Write an IANA id such as Europe/Paris.");

    /// <summary>The zone of that id, or UTC when there is none such.</summary>
    public static DateTimeZone OrUtc(string? id) =>
        (id is { Length: > 0 } ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) : null) ?? DateTimeZone.Utc;
}
