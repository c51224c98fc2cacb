using System.Collections.Immutable;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments.Parsing;

/// <summary>What earlier parts of the document define and later parts name. A name is checked only when its part could be read.</summary>
internal sealed class PolicyScope(ParseLog log)
{
    public ParseLog Log => log;

    public ImmutableArray<SeverityLevel> Levels { get; set; } = [];

    public ImmutableSortedDictionary<string, PolicyCalendar> Calendars { get; set; } = ImmutableSortedDictionary<string, PolicyCalendar>.Empty;

    public HashSet<string> CalendarNames { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Lines { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Ladders { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Features { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Plans { get; } = new(StringComparer.Ordinal);

    /// <summary>A name that must be defined.</summary>
    public string? Known(DocumentNode? node, string path, string kind, IReadOnlySet<string> names)
    {
        if (log.Text(node, path) is not { } name || names.Contains(name))
        {
            return node is null ? null : log.Text(node, path);
        }

        log.Add(node!, path, "unknown-name", $"The {kind} {Shorten.Text(name)} is not defined; {Suggestion.For(name, names)}");
        return null;
    }

    public string? Calendar(DocumentNode? node, string path) => Known(node, path, "calendar", CalendarNames);

    /// <summary>An amount that the calendar can count.</summary>
    public Amount? Amount(DocumentNode? node, string path, string? calendar)
    {
        if (log.Text(node, path) is not { } text || Checked(BusinessTime.Amount.Parse(text, path), node!, path) is not { } amount)
        {
            return null;
        }

        if (amount is BusinessTime.Amount.OpenTime { Duration.TotalSeconds: 0 }
            or BusinessTime.Amount.BusinessDays { Count: 0 }
            or BusinessTime.Amount.CalendarDays { Count: 0 }
            or BusinessTime.Amount.CalendarMonths { Count: 0 })
        {
            log.Add(node!, path, "amount", "The amount is zero; give more.");
            return null;
        }

        if (calendar is not null && Calendars.TryGetValue(calendar, out var known) && known.Definition.Refusal(amount, path) is { } refusal)
        {
            log.Add(node!, path, "amount", refusal.Description);
            return null;
        }

        return amount;
    }

    /// <summary>A length of clock time.</summary>
    public NodaTime.Duration? Duration(DocumentNode? node, string path)
    {
        switch (Amount(node, path, null))
        {
            case null:
                return null;
            case BusinessTime.Amount.OpenTime time:
                return time.Duration;
            default:
                log.Add(node!, path, "duration", "Days and months have no fixed length here; write hours, minutes or seconds.");
                return null;
        }
    }

    /// <summary>A level by number or label, or several as a range.</summary>
    public ImmutableArray<int> LevelRange(DocumentNode node, string text, string path)
    {
        var ends = text.Split("..");
        var first = Level(ends[0].Trim());
        var last = Level(ends[^1].Trim());
        if (ends.Length <= 2 && first is { } from && last is { } to && from <= to)
        {
            return [.. Enumerable.Range(from, to - from + 1)];
        }

        if (!Levels.IsEmpty)
        {
            log.Add(node, path, "level", $"\"{Shorten.Text(text)}\" is not a level or range of levels; levels are {string.Join(", ", Levels.Select(level => level.Label))} or 1 to {Levels.Length}.");
        }

        return [];
    }

    private int? Level(string text) => Levels.FirstOrDefault(level => level.Label == text || level.Level.ToString(System.Globalization.CultureInfo.InvariantCulture) == text)?.Level;

    private T? Checked<T>(Validated<T> validated, DocumentNode node, string path)
        where T : class => validated.Match<T?>(
            value => value,
            violations =>
            {
                foreach (var violation in violations)
                {
                    log.Add(node, path, "amount", violation.Description);
                }

                return null;
            });
}
