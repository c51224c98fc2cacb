using SlaPlatform.BusinessTime;
using SlaPlatform.PolicyDocuments.Holidays;
using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments.Parsing;

/// <summary>Reads dated exceptions: holidays, other hours, and embedded holiday files.</summary>
internal sealed class ExceptionParser(ParseLog log)
{
    private int _files;

    private static readonly string[] DateKeys = ["on", "every_year", "weekday", "easter", "ics"];

    /// <summary>The exceptions, each with its place, in the document's order: of yearly rules for one date the first applies.</summary>
    public List<(DocumentNode Node, CalendarException Value)> Parse(DocumentNode? node, string path)
    {
        var exceptions = new List<(DocumentNode Node, CalendarException Value)>();
        foreach (var (item, index) in log.Items(node, path, orOne: false).Select((item, index) => (item, index)))
        {
            if (MapReader.Open(item, $"{path}/{index + 1}", log) is not { } map)
            {
                continue;
            }

            if (DateKeys.Count(map.Has) != 1)
            {
                log.Add(item, map.Path, "exception", $"Say when it applies by exactly one of {string.Join(", ", DateKeys)}.");
            }

            exceptions.AddRange((map.Has("ics") ? Imported(map) : One(map)).Select(exception => (item, exception)));
            map.Close();
        }

        return exceptions;
    }

    private IEnumerable<CalendarException> One(MapReader map)
    {
        var rule = RuleOf(map);
        var closed = log.Text(map.Optional("closed"), map.PathOf("closed"));
        var windows = WindowParser.Daily(log, map.Optional("windows"), map.PathOf("windows"));
        if (map.Has("closed") == map.Has("windows"))
        {
            log.Add(map.Node, map.Path, "exception", "Give either closed with a holiday's name, or other windows.");
        }
        else if (rule is not null && closed is not null)
        {
            yield return new CalendarException.Closed(rule, closed);
        }
        else if (rule is not null && windows.Count > 0)
        {
            yield return new CalendarException.OtherWindows(rule, windows.Select(window => window.Value));
        }
    }

    private DateRule? RuleOf(MapReader map)
    {
        if (log.Date(map.Optional("on"), map.PathOf("on")) is { } date)
        {
            return new DateRule.OnDate(date);
        }

        if (log.Whole(map.Optional("easter"), map.PathOf("easter"), -80, 250) is { } days)
        {
            return new DateRule.EasterOffset(days);
        }

        return EveryYear(map) ?? (DateRule?)NthWeekday(map);
    }

    private DateRule.EveryYear? EveryYear(MapReader map)
    {
        var node = map.Optional("every_year");
        if (log.Text(node, map.PathOf("every_year")) is not { } text)
        {
            return null;
        }

        if (NodaTime.Text.AnnualDatePattern.Iso.Parse(text) is { Success: true, Value: var day })
        {
            return new DateRule.EveryYear(day.Month, day.Day);
        }

        log.Add(node!, map.PathOf("every_year"), "date", $"\"{Shorten.Text(text)}\" is not a day of a month; write it as 12-25.");
        return null;
    }

    private DateRule.NthWeekday? NthWeekday(MapReader map)
    {
        if (MapReader.Open(map.Optional("weekday"), map.PathOf("weekday"), log) is not { } parts)
        {
            return null;
        }

        var month = log.Whole(parts.Required("month"), parts.PathOf("month"), 1, 12);
        var occurrence = log.Whole(parts.Required("occurrence"), parts.PathOf("occurrence"), -5, 5);
        var known = log.Choice(parts.Required("day"), parts.PathOf("day"), PolicyVocabulary.Weekdays, out var day);
        parts.Close();
        return month is { } m && occurrence is { } n && known ? new DateRule.NthWeekday(m, day, n) : null;
    }

    private IEnumerable<CalendarException> Imported(MapReader map)
    {
        var node = map.Optional("ics");
        var text = log.Text(node, map.PathOf("ics"), DocumentLimits.Bytes);
        var from = log.Date(map.Required("from"), map.PathOf("from"));
        var to = log.Date(map.Required("to"), map.PathOf("to"));
        if (++_files > DocumentLimits.HolidayFiles)
        {
            log.Add(node!, map.PathOf("ics"), "too-many-items", $"The document embeds more than {DocumentLimits.HolidayFiles} holiday files; join them.");
            return [];
        }

        if (text is null || from is not { } first || to is not { } last)
        {
            return [];
        }

        return HolidayFile.Import(text, first, last, map.PathOf("ics")).Match<IEnumerable<CalendarException>>(
            holidays => [.. holidays],
            violations =>
            {
                foreach (var violation in violations)
                {
                    log.Add(node!, violation.Field, "holiday-file", violation.Description);
                }

                return [];
            });
    }
}
