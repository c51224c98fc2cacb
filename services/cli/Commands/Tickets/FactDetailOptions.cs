using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;

namespace SlaPlatform.Cli.Commands.Tickets;

/// <summary>The options that give what belongs to a fact besides its name.</summary>
internal sealed class FactDetailOptions
{
    private readonly Option<string?> _reason = new("--reason") { Description = "Of waiting_on_customer, paused, closed, severity_changed.", HelpName = "text" };
    private readonly Option<int?> _level = new("--level") { Description = "Of severity_changed: support's level.", HelpName = "level" };
    private readonly Option<int?> _claimed = new("--claimed-level") { Description = "Of severity_changed: the customer's level.", HelpName = "level" };
    private readonly Option<string?> _agreedBy = new("--agreed-by") { Description = "Of severity_changed: the contact that agreed.", HelpName = "contact" };
    private readonly Option<string?> _line = new("--line") { Description = "Of handed_over: first_line, second_line, third_line or development.", HelpName = "line" };
    private readonly Option<string?> _cause = new("--cause") { Description = "Of confirmed: vendor, customer, third_party or force_majeure.", HelpName = "cause" };
    private readonly Option<string?> _plan = new("--plan") { Description = "Of plan_changed: such as xtm/silver.", HelpName = "plan" };
    private readonly Option<string[]> _readings = new("--reading") { Description = "Of plan_changed: id=value. May be repeated.", HelpName = "id=value" };
    private readonly Option<string?> _clause = new("--clause") { Description = "Of excluded and exclusion_lifted.", HelpName = "clause" };
    private readonly Option<string?> _evidence = new("--evidence") { Description = "Of excluded: what it rests on.", HelpName = "text" };
    private readonly Option<string?> _release = new("--release") { Description = "Of resolved: the release that brings the fix.", HelpName = "release" };
    private readonly Option<string?> _into = new("--into") { Description = "Of merged: the other ticket.", HelpName = "ticket" };
    private readonly Option<string?> _actor = new("--actor") { Description = "Who did it.", HelpName = "text" };

    /// <summary>Where a fact's name or a detail of it stands on the command line.</summary>
    public static string Place(string detail) => detail == "fact" ? detail : $"--{detail.Replace('_', '-')}";

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _reason, _level, _claimed, _agreedBy, _line, _cause, _plan, _readings, _clause, _evidence, _release, _into, _actor })
        {
            command.Options.Add(option);
        }
    }

    public FactDetails Read(CommandContext context) => new()
    {
        Reason = context.Value(_reason),
        Level = context.Value(_level),
        ClaimedLevel = context.Value(_claimed),
        AgreedBy = context.Value(_agreedBy),
        Line = context.Value(_line),
        Cause = context.Value(_cause),
        Plan = context.Value(_plan),
        Readings = Pairs.ParseAll("--reading", context.Value(_readings)).ToDictionary(),
        Clause = context.Value(_clause),
        Evidence = context.Value(_evidence),
        Release = context.Value(_release),
        Into = context.Value(_into),
        Actor = context.Value(_actor),
    };
}
