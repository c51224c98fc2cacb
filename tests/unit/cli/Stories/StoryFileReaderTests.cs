using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Stories;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Tests.Stories;

public sealed class StoryFileReaderTests
{
    private const string Whole = """
        zone: America/Denver
        scenarios:
          - { plan: domo/diamond, readings: { sev2-start: business-hours } }
          - { plan: gold, document: mine.yaml, label: mine, zone: Europe/Paris, level_map: { 4: 3 } }
        opened: 2026-03-06T17:30
        level: 2
        production: true
        facts:
          - { after: 20m, fact: agent_responded, actor: bea }
          - { at: 2026-03-06T18:00, recorded: 2026-03-06T19:00, fact: paused, reason: vendor }
        until: 2026-03-09T12:00
        """;

    [Fact]
    public void Read_WholeStory_IsOneRequestAScenario()
    {
        var requests = Reader().Read(Whole).Select(story => story.Request).ToArray();
        Assert.Equal(["domo/diamond", "mine"], requests.Select(request => request.Scenario.Label));
        Assert.Equal("policies/domo/plans/diamond", requests[0].Scenario.Plan);
        Assert.Equal("business-hours", requests[0].Scenario.Readings["sev2-start"]);
        Assert.Equal(("gold", "Europe/Paris", 3), (requests[1].Scenario.InlinePlan.PlanId, requests[1].Scenario.TimeZone, requests[1].Scenario.LevelMap[4]));
    }

    [Fact]
    public void Read_Times_AreOfTheStorysZone()
    {
        var request = Reader().Read(Whole)[0].Request;
        var facts = request.Story.Facts;
        Assert.Equal(Instant.FromUtc(2026, 3, 7, 0, 30), request.Story.OpenTime.ToInstant());
        Assert.Equal(Instant.FromUtc(2026, 3, 7, 0, 50), facts[0].EffectiveTime.ToInstant());
        Assert.Equal(Instant.FromUtc(2026, 3, 7, 2, 0), facts[1].RecordTime.ToInstant());
        Assert.Equal(FactBody.FactOneofCase.Paused, facts[1].Fact.FactCase);
        Assert.Equal(Instant.FromUtc(2026, 3, 9, 18, 0), request.UntilTime.ToInstant());
    }

    [Theory]
    [InlineData("opened: 2026-03-06T17:30Z\nlevel: 1\n", "scenarios")]
    [InlineData("scenarios: [{ plan: xtm/gold }]\nlevel: 1\n", "opened")]
    [InlineData("scenarios: [{ plan: xtm/gold }]\nopened: 2026-03-06T17:30Z\n", "level")]
    [InlineData("scenarios: [{ plan: xtm/gold }]\nopened: 2026-03-06T17:30Z\nlevel: 1\nfacts: [{ fact: resolved }]\n", "facts[0]")]
    [InlineData("scenarios: [{ plan: xtm/gold }]\nopened: 2026-03-06T17:30Z\nlevel: 1\nfacts: [{ after: 1h, fact: vanished }]\n", "facts[0].fact")]
    [InlineData("scenarios: [{ plan: xtm/gold }]\nopenned: 2026-03-06T17:30Z\n", "line 2, column 1")]
    [InlineData("", "scenarios")]
    public void Read_Fault_IsRefusedAtItsPlace(string text, string place) => Assert.Equal(place, Assert.Throws<UsageException>(() => Reader().Read(text)).Place);

    [Fact]
    public void Read_UnknownKey_IsNamedWithoutOurTypes()
    {
        var fault = Assert.Throws<UsageException>(() => Reader().Read("scenarios: [{ plan: xtm/gold, levl: 3 }]\n"));
        Assert.Equal("'levl' is not a key of a story here.", fault.Problem);
    }

    [Theory]
    [InlineData("story.open_time", "opened")]
    [InlineData("story.level", "level")]
    [InlineData("story.service_unusable", "unusable")]
    [InlineData("until_time", "until")]
    [InlineData("story.facts", "facts")]
    [InlineData("story.facts[0].effective_time", "facts[0].after")]
    [InlineData("story.facts[1].effective_time", "facts[1].at")]
    [InlineData("story.facts[1].record_time", "facts[1].recorded")]
    [InlineData("story.facts[1].fact", "facts[1].fact")]
    [InlineData("story.facts[1].fact.actor", "facts[1].actor")]
    [InlineData("story.facts[1].fact.paused.reason", "facts[1].reason")]
    [InlineData("story.facts[1].fact.severity_changed.verified_level", "facts[1].level")]
    [InlineData("scenario.readings[pauses]", "scenarios[1].readings[pauses]")]
    [InlineData("scenario.inline_plan.document", "scenarios[1].document")]
    [InlineData("scenario.inline_plan.plan_id", "scenarios[1].plan")]
    [InlineData("scenario.time_zone", "scenarios[1].zone")]
    [InlineData("something_new", "something_new")]
    public void Names_FieldOfTheRequest_IsTheKeyOfTheFile(string field, string key) => Assert.Equal(key, Reader().Read(Whole)[1].Names.Of(field).Name);

    [Fact]
    public void Names_ZoneOfTheWholeStory_IsItsOwnKey() => Assert.Equal("zone", Reader().Read(Whole)[0].Names.Of("scenario.time_zone").Name);

    private static StoryFileReader Reader() => new(null, _ => [1, 2, 3]);
}
