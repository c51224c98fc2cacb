using System.Collections.Immutable;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments.Parsing;

/// <summary>Reads calendars: windows by weekday, exceptions, zone.</summary>
internal sealed class CalendarParser(PolicyScope scope)
{
    private const string Always = "always";
    private readonly ParseLog _log = scope.Log;
    private readonly ExceptionParser _exceptions = new(scope.Log);

    public ImmutableSortedDictionary<string, PolicyCalendar> Parse(DocumentNode? node, string path)
    {
        var calendars = ImmutableSortedDictionary.CreateBuilder<string, PolicyCalendar>(StringComparer.Ordinal);
        if (MapReader.Open(node, path, _log) is not { } map)
        {
            return calendars.ToImmutable();
        }

        foreach (var (key, _) in ((MapNode)map.Node).Entries)
        {
            var id = _log.Identifier(key, map.PathOf(key.Value));
            scope.CalendarNames.Add(key.Value);
            if (Calendar(map.Optional(key.Value), map.PathOf(key.Value), id ?? "?") is { } calendar && id is not null)
            {
                calendars[id] = calendar;
            }
        }

        return calendars.ToImmutable();
    }

    private PolicyCalendar? Calendar(DocumentNode? node, string path, string id)
    {
        if (MapReader.Open(node, path, _log) is not { } map)
        {
            return null;
        }

        var windows = map.Required("windows");
        var isAlways = windows is ScalarNode { Value: Always };
        var zoneNode = isAlways ? map.Optional("zone") : map.Required("zone");
        var zone = _log.Text(zoneNode, map.PathOf("zone"));
        var takesHolidays = _log.Flag(map.Optional("takes_holidays"), map.PathOf("takes_holidays")) ?? false;
        var overridable = _log.Flag(map.Optional("overridable"), map.PathOf("overridable")) ?? false;
        var source = _log.Text(map.Optional("source"), map.PathOf("source")) ?? "";
        var definition = isAlways ? AlwaysOpen(map, zoneNode, zone ?? "UTC", id, takesHolidays) : Windowed(map, windows, zoneNode, zone, id);
        map.Close();
        return definition is null ? null : new PolicyCalendar(definition, takesHolidays, overridable, source);
    }

    private BusinessCalendar? AlwaysOpen(MapReader map, DocumentNode? zoneNode, string zone, string id, bool takesHolidays)
    {
        foreach (var key in new[] { "business_day", "exceptions" }.Where(map.Has))
        {
            _log.Add(map.Optional(key)!, map.PathOf(key), "always", $"A calendar that is always open has no {key}; write windows of 00:00-24:00 instead.");
        }

        if (takesHolidays)
        {
            _log.Add(map.Node, map.PathOf("takes_holidays"), "always", "A calendar that is always open takes no holidays; write windows of 00:00-24:00 instead.");
        }

        if (zone == BusinessCalendar.AccountZone)
        {
            return BusinessCalendar.Always(zone, id);
        }

        var violations = TimeZones.Find(zone, "zone").Violations;
        foreach (var violation in violations)
        {
            _log.Add(zoneNode ?? map.Node, map.PathOf("zone"), "calendar", violation.Description);
        }

        return violations.IsEmpty ? BusinessCalendar.Always(zone, id) : null;
    }

    private BusinessCalendar? Windowed(MapReader map, DocumentNode? windowsNode, DocumentNode? zoneNode, string? zone, string id)
    {
        var windows = WindowParser.Weekly(_log, windowsNode, map.PathOf("windows"));
        var exceptions = _exceptions.Parse(map.Optional("exceptions"), map.PathOf("exceptions"));
        var day = BusinessDayOf(map);
        if (zone is null || windowsNode is not MapNode)
        {
            return null;
        }

        return BusinessCalendar.Create(id, zone, windows.Select(window => window.Value), exceptions.Select(exception => exception.Value), day).Match<BusinessCalendar?>(
            calendar => calendar,
            violations =>
            {
                foreach (var violation in violations)
                {
                    var (at, path) = Place(violation.Field);
                    _log.Add(at, path, "calendar", violation.Description);
                }

                return null;
            });

        (DocumentNode At, string Path) Place(string field)
        {
            if (Indexed(field, "windows[", out var i) && i < windows.Count)
            {
                return (windows[i].Node, map.PathOf("windows"));
            }

            if (Indexed(field, "exceptions[", out i) && i < exceptions.Count)
            {
                return (exceptions[i].Node, map.PathOf("exceptions"));
            }

            return field switch
            {
                "zone" => (zoneNode ?? map.Node, map.PathOf("zone")),
                "windows" => (windowsNode, map.PathOf("windows")),
                _ => (map.Node, map.Path),
            };
        }
    }

    private static bool Indexed(string field, string prefix, out int index)
    {
        index = 0;
        var end = field.IndexOf(']', StringComparison.Ordinal);
        return field.StartsWith(prefix, StringComparison.Ordinal) && end > 0
            && int.TryParse(field.AsSpan(prefix.Length, end - prefix.Length), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out index);
    }

    private BusinessDay? BusinessDayOf(MapReader map)
    {
        var node = map.Optional("business_day");
        if (node is ScalarNode { Value: "same_time" })
        {
            return new BusinessDay.SameTime();
        }

        return scope.Duration(node, map.PathOf("business_day")) is { } length ? new BusinessDay.Length(length) : null;
    }
}
