using Google.Protobuf.WellKnownTypes;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class SimulationRefusalTests(ClockFixture clock) : IClassFixture<ClockFixture>
{
    private static readonly Timestamp Opened = Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
    private static readonly Timestamp EndOfTime = Timestamp.FromDateTimeOffset(new DateTimeOffset(2199, 12, 31, 23, 59, 59, TimeSpan.Zero));
    private static readonly Scenario Demo = new() { Plan = "policies/demo/plans/seconds" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SimulateTicket_DueTimeBeyondTheCalendar_SaysSo()
    {
        var request = new SimulateTicketRequest { Scenario = Demo, Story = new TicketStory { OpenTime = EndOfTime, Level = 1 } };

        var refused = await RefusedCall.OfAsync(clock.Simulations.SimulateTicketAsync(request, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.HorizonExceeded, "story.open_time", "too far ahead");
    }

    [Fact]
    public async Task SimulateTicket_FactWithALevelThatThePolicyLacks_NamesItsField()
    {
        var fact = new SimulatedFact { EffectiveTime = Opened, Fact = new FactBody { SeverityChanged = new SeverityChanged { ClaimedLevel = 9 } } };
        var request = new SimulateTicketRequest { Scenario = Demo, Story = new TicketStory { OpenTime = Opened, Level = 1, Facts = { fact } } };

        var refused = await RefusedCall.OfAsync(clock.Simulations.SimulateTicketAsync(request, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.UnknownLevel, "story.facts[0].fact.severity_changed.claimed_level", "use 1 to 2");
    }

    [Fact]
    public async Task CompareOutcomes_ManyFactsUnderManyScenarios_IsRefused()
    {
        var fact = new SimulatedFact { EffectiveTime = Opened, Fact = new FactBody { AgentResponded = new AgentResponded() } };
        var request = new CompareOutcomesRequest
        {
            Story = new TicketStory { OpenTime = Opened, Level = 1, Facts = { Enumerable.Repeat(fact, 501) } },
            Scenarios = { Enumerable.Range(0, 20).Select(i => new Scenario(Demo) { Label = $"scenario {i}" }) },
        };

        var refused = await RefusedCall.OfAsync(clock.Simulations.CompareOutcomesAsync(request, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.TooManyItems, "story.facts", "at most 500");
    }

    [Fact]
    public async Task CompareReadings_DueTimeBeyondTheCalendar_IsRefused()
    {
        var request = new CompareReadingsRequest { Scenario = Demo, Level = 1, Milestone = MilestoneKind.Resolution, StartTime = EndOfTime };

        var refused = await RefusedCall.OfAsync(clock.Simulations.CompareReadingsAsync(request, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.HorizonExceeded, "start_time", "too far ahead");
    }
}
