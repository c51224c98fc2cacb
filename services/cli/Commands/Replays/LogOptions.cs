using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Replay;
using SlaPlatform.Cli.Values;

namespace SlaPlatform.Cli.Commands.Replays;

/// <summary>The options that say how to read a log. Without any, it is read as the audit log of a ServiceNow incident table.</summary>
internal sealed class LogOptions
{
    private readonly Option<string[]> _columns = new("--map") { Description = "The column of a field: ticket, state, time, opened, level, assignee or channel. May be repeated. Default: number, incident_state, sys_updated_at, opened_at, priority, assigned_to, contact_type.", HelpName = "field=column" };
    private readonly Option<string[]> _states = new("--state") { Description = "What a state means: new, work, waiting_on_customer, paused:<reason>, resolved or closed. May be repeated. The ServiceNow states are built in.", HelpName = "state=meaning" };
    private readonly Option<string[]> _levels = new("--level") { Description = "The level of a priority. May be repeated. Default: the number it begins with.", HelpName = "priority=level" };
    private readonly Option<string?> _times = new("--time-format") { Description = $"Form of the log's times. Default: {LogMapping.ServiceNowTimes} (day first).", HelpName = "form" };
    private readonly Option<string> _response = new("--first-response")
    {
        Description = "What shows the first response: state (the first event in a state that is not new) or assignment (an assignee, if that is earlier).",
        HelpName = "state|assignment",
        DefaultValueFactory = _ => "state",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_columns);
        command.Options.Add(_states);
        command.Options.Add(_levels);
        command.Options.Add(_times);
        command.Options.Add(_response);
    }

    public LogMapping Read(CommandContext context)
    {
        var mapping = LogMapping.ServiceNow
            .WithStates(Pairs.ParseAll("--state", context.Value(_states)))
            .WithLevels(Pairs.ParseAll("--level", context.Value(_levels)));
        mapping = context.Value(_times) is { } times ? mapping.WithTimes(times) : mapping;
        return mapping with
        {
            Columns = Pairs.ParseAll("--map", context.Value(_columns)).Aggregate(mapping.Columns, (columns, pair) => columns.With(pair.Key, pair.Value)),
            FirstResponse = EnumWords.Parse<FirstResponse>("--first-response", context.Required(_response)),
        };
    }
}
