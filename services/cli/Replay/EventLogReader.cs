using System.Collections.Immutable;
using CsvHelper;
using NodaTime;
using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Replay;

/// <summary>Reads a CSV log. A ticket with a row that cannot be read is left out whole, so that no half a story is judged.</summary>
/// <param name="zone">The zone of the log's times. A time that a spring change leaves out moves forward, one that an autumn change repeats is the first.</param>
internal sealed class EventLogReader(LogMapping mapping, DateTimeZone zone)
{
    private const string Unknown = "?";
    private readonly Dictionary<string, List<LogEvent>> _events = [];
    private readonly Dictionary<string, UnreadableTicket> _unreadable = [];
    private readonly List<string> _order = [];

    /// <exception cref="UsageException">The file is no such log: it lacks a column, or has no rows.</exception>
    public static EventLog Read(TextReader text, LogMapping mapping, DateTimeZone zone) => new EventLogReader(mapping, zone).Read(text);

    private EventLog Read(TextReader text)
    {
        // A quote that is never closed takes the rows after it for text: that must not pass for a short log.
        var options = CsvReaderOptions.Default with { TrackLineNumbers = true, TrimWhitespace = true, MalformedData = CsvMalformedDataHandling.Throw };
        using var csv = CsvReader.Create(text, options, leaveOpen: true);
        var columns = csv.Headers.ToArray();
        var missing = mapping.Columns.Needed.Except(columns).ToArray();
        if (missing.Length > 0)
        {
            throw new UsageException("log", $"it has no column {string.Join(", ", missing)}.", $"Name the columns with --map; the file has {string.Join(", ", columns)}.");
        }

        var rows = 0;
        while (csv.Read())
        {
            rows++;
            Take(csv, columns);
        }

        var tickets = _order.Where(id => !_unreadable.ContainsKey(id))
            .Select(id => new LogTicket(id, [.. _events[id].OrderBy(logged => logged.Time)]))
            .ToImmutableArray();
        return tickets.Length > 0
            ? new EventLog(tickets, rows, [.. _unreadable.Values])
            : throw new UsageException("log", rows == 0 ? "it has no rows." : $"none of its {rows} rows can be read. {_unreadable.Values.First().Why}", "Check --map, --time-format, --state and --level.");
    }

    private void Take(CsvReader csv, string[] columns)
    {
        var id = csv.GetString(mapping.Columns.Ticket);
        if (!_events.TryGetValue(id, out var events))
        {
            _events[id] = events = [];
            _order.Add(id);
        }

        var line = csv.LineNumber;
        switch (Parse(csv, columns, line))
        {
            case (var logged, null):
                events.Add(logged!);
                break;
            case (_, { } why):
                _unreadable.TryAdd(id, new UnreadableTicket(id, line, why));
                break;
        }
    }

    private (LogEvent? Event, string? Why) Parse(CsvReader csv, string[] columns, long line)
    {
        var (time, opened) = (Field(mapping.Columns.Time), Field(mapping.Columns.Opened));
        var (state, priority) = (Field(mapping.Columns.State), Field(mapping.Columns.Level));
        if (csv.FieldCount != columns.Length)
        {
            return (null, $"The row has {csv.FieldCount} fields, the header has {columns.Length}.");
        }

        if (Field(mapping.Columns.Ticket).Length == 0)
        {
            return (null, $"{mapping.Columns.Ticket} is empty.");
        }

        if (!TryTime(time, out var at))
        {
            return (null, $"{mapping.Columns.Time} '{time}' is not of the form {mapping.TimePattern.PatternText}.");
        }

        if (!TryTime(opened, out var openedAt))
        {
            return (null, $"{mapping.Columns.Opened} '{opened}' is not of the form {mapping.TimePattern.PatternText}.");
        }

        if (!mapping.States.TryGetValue(state, out var meaning))
        {
            return (null, $"{mapping.Columns.State} '{state}' has no meaning; give it one with --state \"{state}=...\".");
        }

        return mapping.LevelOf(priority) is { } level
            ? (new LogEvent(line, at, openedAt, meaning, level, Field(mapping.Columns.Assignee) is not ("" or Unknown), Field(mapping.Columns.Channel)), null)
            : (null, $"{mapping.Columns.Level} '{priority}' has no level; give it one with --level \"{priority}=...\".");

        string Field(string column) => columns.Contains(column) ? csv.GetString(column) : "";
    }

    private bool TryTime(string text, out Instant instant)
    {
        var parsed = mapping.TimePattern.Parse(text);
        instant = parsed.Success ? parsed.Value.InZoneLeniently(zone).ToInstant() : default;
        return parsed.Success;
    }
}
