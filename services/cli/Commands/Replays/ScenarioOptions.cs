using System.CommandLine;
using System.Globalization;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Cli.Commands.Replays;

/// <summary>The options that say under which plans, readings and levels to simulate.</summary>
internal sealed class ScenarioOptions
{
    private readonly Option<string[]> _plans = new("--plan") { Description = "A plan, such as xtm/gold, or label=xtm/gold. May be repeated.", HelpName = "[label=]plan", Required = true };
    private readonly Option<string[]> _readings = new("--reading") { Description = "A reading of the source: id=value, or label:id=value for one plan. May be repeated.", HelpName = "[label:]id=value" };
    private readonly Option<string[]> _levels = new("--level-map") { Description = "A level of the log to one of the policy: 4=3, or label:4=3 for one plan. May be repeated.", HelpName = "[label:]from=to" };
    private readonly Option<string?> _accountZone = new("--account-zone") { Description = "IANA zone for calendars in the account's zone. Default: --zone.", HelpName = "zone" };

    public void AddTo(Command command)
    {
        command.Options.Add(_plans);
        command.Options.Add(_readings);
        command.Options.Add(_levels);
        command.Options.Add(_accountZone);
    }

    public IReadOnlyList<Scenario> Read(CommandContext context)
    {
        var zone = context.Value(_accountZone) is { } given ? ZoneText.Parse("--account-zone", given).Id : context.Zone?.Id ?? "";
        var scenarios = context.Required(_plans).Select(text => Scenario(text, zone)).ToArray();
        if (scenarios.Select(scenario => scenario.Label).Distinct(StringComparer.Ordinal).Count() < scenarios.Length)
        {
            throw new UsageException("--plan", "two plans have the same label.", "Give each its own: --plan first=xtm/gold --plan second=xtm/gold.");
        }

        foreach (var (target, key, value) in Addressed("--reading", context.Value(_readings), scenarios))
        {
            target.Readings[key] = value;
        }

        foreach (var (target, key, value) in Addressed("--level-map", context.Value(_levels), scenarios))
        {
            target.LevelMap[Level(key)] = Level(value);
        }

        return scenarios;
    }

    private static Scenario Scenario(string text, string zone)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        var plan = ShortNames.Plan("--plan", text[(at + 1)..]);
        return new Scenario { Label = at > 0 ? text[..at] : ShortNames.OfPlan(plan), Plan = plan, TimeZone = zone };
    }

    private static IEnumerable<(Scenario Target, string Key, string Value)> Addressed(string place, string[]? texts, Scenario[] scenarios)
    {
        foreach (var (key, value) in Pairs.ParseAll(place, texts))
        {
            var at = key.LastIndexOf(':');
            var targets = at < 0 ? scenarios : [.. scenarios.Where(scenario => scenario.Label == key[..at])];
            if (targets.Length == 0)
            {
                throw new UsageException(place, $"no --plan has the label '{key[..at]}'.", $"The labels are {string.Join(", ", scenarios.Select(scenario => scenario.Label))}.");
            }

            foreach (var target in targets)
            {
                yield return (target, key[(at + 1)..], value);
            }
        }
    }

    private static int Level(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 9
        ? level
        : throw new UsageException("--level-map", $"'{text}' is not a level.", "Use 1 to 9, such as 4=3.");
}
