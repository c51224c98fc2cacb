using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments.Parsing;

/// <summary>Reads windows such as <c>mon..fri: 09:00-18:00</c>; a value may be a list of several.</summary>
internal static class WindowParser
{
    /// <summary>The windows in the order of the week, each with its place.</summary>
    public static List<(DocumentNode Node, WeeklyWindow Value)> Weekly(ParseLog log, DocumentNode? node, string path)
    {
        var windows = new List<(DocumentNode Node, WeeklyWindow Value)>();
        if (MapReader.Open(node, path, log) is not { } map)
        {
            return windows;
        }

        foreach (var (key, _) in ((MapNode)map.Node).Entries)
        {
            var at = map.PathOf(key.Value);
            var days = Days(log, key, at);
            foreach (var (item, window) in Daily(log, map.Optional(key.Value), at))
            {
                windows.AddRange(days.Select(day => (item, new WeeklyWindow(day, window.Open, window.Close))));
            }
        }

        return [.. windows.OrderBy(window => window.Value.Day).ThenBy(window => window.Value.Open.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>The windows of one date in the order of the day, each with its place.</summary>
    public static List<(DocumentNode Node, DailyWindow Value)> Daily(ParseLog log, DocumentNode? node, string path)
    {
        var windows = new List<(DocumentNode Node, DailyWindow Value)>();
        foreach (var item in log.Items(node, path))
        {
            if (log.Text(item, path) is not { } text)
            {
                continue;
            }

            var ends = text.Split('-');
            var open = TimeOfDay.Parse(ends[0].Trim(), path);
            var close = TimeOfDay.Parse(ends[^1].Trim(), path);
            if (ends.Length == 2 && open.IsValid && close.IsValid)
            {
                windows.Add((item, new DailyWindow(open.OrThrow(), close.OrThrow())));
            }
            else
            {
                log.Add(item, path, "window", $"\"{Shorten.Text(text)}\" is not a window; write it as 09:00-18:00, from 00:00 to 24:00.");
            }
        }

        return [.. windows.OrderBy(window => window.Value.Open.ToString(), StringComparer.Ordinal)];
    }

    private static IReadOnlyList<IsoDayOfWeek> Days(ParseLog log, ScalarNode key, string path)
    {
        var ends = key.Value.Split("..");
        if (ends.Length <= 2
            && PolicyVocabulary.Weekdays.TryGetValue(ends[0].Trim(), out var first)
            && PolicyVocabulary.Weekdays.TryGetValue(ends[^1].Trim(), out var last)
            && first <= last)
        {
            return [.. Enumerable.Range((int)first, last - first + 1).Select(day => (IsoDayOfWeek)day)];
        }

        log.Add(key, path, "weekday", $"\"{Shorten.Text(key.Value)}\" is not a weekday or range of weekdays; write for example mon or tue..fri.");
        return [];
    }
}
