using System.Globalization;
using System.Text.RegularExpressions;
using Google.Protobuf;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Typing;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Time;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace SlaPlatform.Cli.Stories;

/// <summary>Reads a story file into the requests that simulate it, one a scenario.</summary>
/// <param name="zone">The zone of the command line; the file's own comes first.</param>
/// <param name="document">Reads a policy document that a scenario names.</param>
internal sealed partial class StoryFileReader(DateTimeZone? zone, Func<string, byte[]> document)
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();

    /// <exception cref="UsageException">The file is no story.</exception>
    public IReadOnlyList<StoryRequest> Read(string text)
    {
        var file = Parse(text);
        var fileZone = file.Zone is { } id ? ZoneText.Parse("zone", id) : zone;
        var story = Story(file, fileZone);
        if (file.Scenarios.Count == 0)
        {
            throw Missing("scenarios", "scenarios: [{ plan: xtm/gold }]");
        }

        var until = file.Until is { } end ? InstantText.Parse("until", end, fileZone, story.OpenTime.ToInstant()).ToTimestamp() : null;
        return [.. file.Scenarios.Select((entry, index) => new StoryRequest(
            new SimulateTicketRequest { Scenario = Scenario(entry, index, fileZone), Story = story, UntilTime = until }, new StoryNames(file, index)))];
    }

    private static StoryFile Parse(string text)
    {
        try
        {
            return Yaml.Deserialize<StoryFile?>(text) ?? throw Missing("scenarios", "scenarios: [{ plan: xtm/gold }]");
        }
        catch (YamlException exception)
        {
            var cause = UnknownKey().Match(exception.Message) is { Success: true } unknown
                ? $"'{unknown.Groups["key"].Value}' is not a key of a story here."
                : exception.InnerException?.Message ?? exception.Message;
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"line {exception.Start.Line}, column {exception.Start.Column}"), cause, "See the example in services/cli/README.md.");
        }
    }

    private static TicketStory Story(StoryFile file, DateTimeZone? zone)
    {
        var opened = InstantText.Parse("opened", file.Opened ?? throw Missing("opened", "opened: 2026-03-06T17:30:00-07:00"), zone, Instant.MinValue);
        var story = new TicketStory
        {
            OpenTime = opened.ToTimestamp(),
            Level = file.Level ?? throw Missing("level", "level: 1"),
            ClaimedOnly = file.ClaimedOnly,
        };
        if (file.Production is { } production)
        {
            story.Production = production;
        }

        if (file.Unusable is { } unusable)
        {
            story.ServiceUnusable = unusable;
        }

        story.Facts.Add(file.Facts.Select((entry, index) => Fact(entry, string.Create(CultureInfo.InvariantCulture, $"facts[{index}]"), opened, zone)));
        return story;
    }

    private static SimulatedFact Fact(FactEntry entry, string place, Instant opened, DateTimeZone? zone)
    {
        var at = (entry.At, entry.After) switch
        {
            ({ } time, null) => InstantText.Parse($"{place}.at", time, zone, opened),
            (null, { } after) => opened + DurationText.Parse($"{place}.after", after),
            _ => throw new UsageException(place, "a fact happens at one time.", "Give either at: 2026-03-06T17:40 or after: 10m."),
        };
        return new SimulatedFact
        {
            EffectiveTime = at.ToTimestamp(),
            RecordTime = entry.Recorded is { } learnt ? InstantText.Parse($"{place}.recorded", learnt, zone, opened).ToTimestamp() : null,
            Fact = FactText.Build(detail => $"{place}.{detail}", entry.Fact ?? throw Missing($"{place}.fact", "fact: agent_responded"), entry),
        };
    }

    private Scenario Scenario(ScenarioEntry entry, int index, DateTimeZone? fileZone)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"scenarios[{index}]");
        var plan = entry.Plan ?? throw Missing($"{place}.plan", "plan: xtm/gold");
        var scenario = new Scenario
        {
            Label = entry.Label ?? plan,
            TimeZone = entry.Zone is { } id ? ZoneText.Parse($"{place}.zone", id).Id : fileZone?.Id ?? "",
        };
        scenario.Readings.Add(entry.Readings);
        scenario.LevelMap.Add(entry.LevelMap);
        if (entry.Document is { } path)
        {
            scenario.InlinePlan = new InlinePlan { Document = ByteString.CopyFrom(document(path)), PlanId = plan };
        }
        else
        {
            scenario.Plan = ShortNames.Plan($"{place}.plan", plan);
        }

        return scenario;
    }

    // YamlDotNet says so in terms of our types, which nobody has seen who writes a file.
    [GeneratedRegex("^Property '(?<key>[^']*)' not found on type", RegexOptions.CultureInvariant)]
    private static partial Regex UnknownKey();

    private static UsageException Missing(string place, string example) => new(place, "it is missing.", $"Write `{example}`, for example; services/cli/README.md shows a whole story.");
}
