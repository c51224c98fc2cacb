using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments.Parsing;

/// <summary>Reads the parts of a timing: start, pauses, lines, warnings.</summary>
internal sealed class TimingParser(PolicyScope scope)
{
    private const string BeforeSuffix = " before";
    private readonly ParseLog _log = scope.Log;

    public StartRule? Start(DocumentNode? node, string path)
    {
        if (node is null)
        {
            return null;
        }

        if (node is not MapNode)
        {
            return Event(node, path) is { } trigger ? new StartRule.At(trigger) : null;
        }

        var map = MapReader.Open(node, path, _log)!;
        StartRule? rule = null;
        if (map.Has("next_opening"))
        {
            var gate = scope.Calendar(map.Required("next_opening"), map.PathOf("next_opening"));
            rule = Event(map.Required("of"), map.PathOf("of")) is { } trigger && gate is not null ? new StartRule.NextOpening(gate, trigger) : null;
        }
        else if (map.Has("later_of"))
        {
            var events = _log.Items(map.Required("later_of"), map.PathOf("later_of")).Select(item => Event(item, map.PathOf("later_of"))).ToArray();
            if (events.Length != 2)
            {
                _log.Add(node, path, "start", "later_of takes two events.");
            }

            rule = events is [{ } first, { } second] ? new StartRule.LaterOf(first, second) : null;
        }
        else
        {
            var from = Event(map.Required("from"), map.PathOf("from"));
            var once = Event(map.Required("once"), map.PathOf("once"));
            rule = from is { } start && once is { } then ? new StartRule.FromOnce(start, then) : null;
        }

        map.Close();
        return rule;
    }

    public ImmutableSortedSet<string>? Pauses(DocumentNode? node, string path) => node is null
        ? null
        : _log.Items(node, path).Select(item => _log.Identifier(item, path)).OfType<string>().ToImmutableSortedSet(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, string> Lines(DocumentNode? node, string path, Amount amount)
    {
        var lines = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (MapReader.Open(node, path, _log) is not { } map)
        {
            return lines.ToImmutable();
        }

        foreach (var (key, value) in ((MapNode)map.Node).Entries)
        {
            var at = map.PathOf(key.Value);
            if (scope.Known(key, at, "line", scope.Lines) is not { } line || scope.Calendar(map.Optional(key.Value), at) is not { } calendar)
            {
                continue;
            }

            if (scope.Calendars.TryGetValue(calendar, out var known) && known.Definition.Refusal(amount, at) is { } refusal)
            {
                _log.Add(value, at, "amount", refusal.Description);
            }

            lines[line] = calendar;
        }

        return lines.ToImmutable();
    }

    /// <summary>The warnings in a fixed order: percentages rising, then leads falling.</summary>
    public ImmutableArray<Warning>? Warnings(DocumentNode? node, string path)
    {
        if (node is null)
        {
            return null;
        }

        var percents = new SortedSet<int>();
        var leads = new SortedSet<Duration>();
        foreach (var item in _log.Items(node, path))
        {
            if (_log.Text(item, path) is not { } text)
            {
                continue;
            }

            if (text.EndsWith('%') && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var percent) && percent is >= 1 and <= 99)
            {
                percents.Add(percent);
            }
            else if (text.EndsWith(BeforeSuffix, StringComparison.Ordinal))
            {
                if (scope.Duration(new ScalarNode(item.At, text[..^BeforeSuffix.Length], true), path) is { } lead)
                {
                    leads.Add(lead);
                }
            }
            else
            {
                _log.Add(item, path, "warning", $"\"{Shorten.Text(text)}\" is not a warning; write 1% to 99%, or for example 30m before.");
            }
        }

        return [.. percents.Select(percent => new Warning.AtPercent(percent)), .. leads.Reverse().Select(lead => new Warning.BeforeDue(lead))];
    }

    private StartEvent? Event(DocumentNode? node, string path) =>
        _log.Choice(node, path, PolicyVocabulary.Events, out var trigger) ? trigger : null;
}
