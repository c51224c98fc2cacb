using System.Globalization;
using NodaTime.Text;
using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Replay;

/// <summary>How to read a log: which columns, which form of time, what each state and priority means.</summary>
internal sealed record LogMapping(
    LogColumns Columns, LocalDateTimePattern TimePattern, IReadOnlyDictionary<string, StateMeaning> States, IReadOnlyDictionary<string, int> Levels,
    FirstResponse FirstResponse)
{
    public const string ServiceNowTimes = "dd-MM-uuuu HH:mm";

    /// <summary>The audit log of a ServiceNow incident table.</summary>
    public static LogMapping ServiceNow { get; } = new(
        new LogColumns("number", "incident_state", "sys_updated_at", "opened_at", "priority", "assigned_to", "contact_type"),
        LocalDateTimePattern.CreateWithInvariantCulture(ServiceNowTimes),
        new Dictionary<string, StateMeaning>
        {
            ["New"] = new StateMeaning.New(),
            ["Active"] = new StateMeaning.Work(),
            ["Awaiting User Info"] = new StateMeaning.Waiting("information"),
            ["Awaiting Vendor"] = new StateMeaning.Paused("vendor"),
            ["Awaiting Problem"] = new StateMeaning.Paused("problem"),
            ["Awaiting Evidence"] = new StateMeaning.Paused("evidence"),
            ["Resolved"] = new StateMeaning.Resolved(),
            ["Closed"] = new StateMeaning.Closed(),
        },
        new Dictionary<string, int>(),
        FirstResponse.State);

    /// <summary>The same with other states.</summary>
    public LogMapping WithStates(IEnumerable<KeyValuePair<string, string>> states)
    {
        var merged = new Dictionary<string, StateMeaning>(States);
        foreach (var (state, meaning) in states)
        {
            merged[state] = StateMeaning.Parse("--state", meaning);
        }

        return this with { States = merged };
    }

    /// <summary>The same with levels for priorities that do not begin with their number.</summary>
    public LogMapping WithLevels(IEnumerable<KeyValuePair<string, string>> levels) => this with
    {
        Levels = levels.ToDictionary(pair => pair.Key, pair => int.TryParse(pair.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 9
            ? level
            : throw new UsageException("--level", $"'{pair.Value}' is not a level.", "Use 1 to 9, 1 being the gravest.")),
    };

    /// <summary>The same with another form of time.</summary>
    public LogMapping WithTimes(string pattern)
    {
        try
        {
            return this with { TimePattern = LocalDateTimePattern.CreateWithInvariantCulture(pattern) };
        }
        catch (InvalidPatternException exception)
        {
            throw new UsageException("--time-format", $"'{pattern}' is not a form of time: {exception.Message}", "Write one such as \"dd-MM-uuuu HH:mm\" or \"uuuu-MM-dd HH:mm:ss\".");
        }
    }

    /// <summary>The level of a priority: the one given for its text, else the number it begins with; null when there is none.</summary>
    public int? LevelOf(string priority)
    {
        if (Levels.TryGetValue(priority, out var given))
        {
            return given;
        }

        var digits = priority.TakeWhile(char.IsAsciiDigit).Count();
        return int.TryParse(priority.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 9 ? level : null;
    }
}
