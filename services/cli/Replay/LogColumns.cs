using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Replay;

/// <summary>The columns of a log. Assignee and channel may be absent from it.</summary>
internal sealed record LogColumns(string Ticket, string State, string Time, string Opened, string Level, string Assignee, string Channel)
{
    /// <summary>The columns without which a log cannot be read.</summary>
    public IReadOnlyList<string> Needed => [Ticket, State, Time, Opened, Level];

    public LogColumns With(string field, string column) => field switch
    {
        "ticket" => this with { Ticket = column },
        "state" => this with { State = column },
        "time" => this with { Time = column },
        "opened" => this with { Opened = column },
        "level" => this with { Level = column },
        "assignee" => this with { Assignee = column },
        "channel" => this with { Channel = column },
        _ => throw new UsageException("--map", $"'{field}' is not a field of a log.", "Map ticket, state, time, opened, level, assignee or channel to a column, such as --map ticket=id."),
    };
}
