using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Type;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Catalog;

namespace SlaPlatform.Integration.Tests.BadInput.Seeds;

/// <summary>Valid requests of simulations.</summary>
internal static class SimulationSeeds
{
    private static readonly Timestamp Opened = Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));

    public static Dictionary<string, Seed[]> All => new()
    {
        ["SimulationService.SimulateTicket"] =
        [
            Seed.Of(() => new SimulateTicketRequest { Scenario = Scenario("one"), Story = Story(), UntilTime = Later(864_000), Derive = true }),
            Seed.Of(() => new SimulateTicketRequest { Scenario = Inline(), Story = Story() }) with { Only = "scenario", LeavesCalendars = true },
        ],
        ["SimulationService.SimulateTickets"] =
            [Seed.Of(() => new SimulateTicketsRequest { ItemId = "1", Scenarios = { Scenario("one") }, Story = Story(), UntilTime = Later(864_000), IncludeSignals = true }) with { LeavesCalendars = true }],
        ["SimulationService.CompareOutcomes"] = [Seed.Of(() => new CompareOutcomesRequest { Scenarios = { Scenario("one"), Scenario("two") }, Story = Story(), UntilTime = Later(864_000) }) with { LeavesCalendars = true }],
        ["SimulationService.CompareReadings"] = [Seed.Of(() => new CompareReadingsRequest { Scenario = Scenario("one"), Level = 1, Milestone = MilestoneKind.Resolution, StartTime = Opened, Events = { new StartingEvent { Event = StartEvent.Confirmed, EventTime = Later(60) } } }) with { LeavesCalendars = true }],
        ["SimulationService.ReplayPortfolio"] =
        [
            Seed.Of(() => new ReplayPortfolioRequest
            {
                Stories = new StoryList { Stories = { Story() } },
                StartTime = Opened,
                EndTime = Later(86_400),
                Scenarios = { Scenario("one"), Scenario("two") },
                MonthlyFee = new Money { CurrencyCode = "EUR", Units = 1000 },
                UntilTime = Later(864_000),
            }) with { LeavesCalendars = true },
            Seed.Of(() => new ReplayPortfolioRequest { Account = "accounts/xtm.silver", Scenarios = { Scenario("one") } }) with { Only = "account" },
        ],
    };

    private static Timestamp Later(long seconds) => new() { Seconds = Opened.Seconds + seconds };

    private static Scenario Scenario(string label) => new()
    {
        Label = label,
        Plan = "policies/xtm/plans/gold",
        TimeZone = "Europe/Warsaw",
        LevelMap = { [4] = 3 },
    };

    private static Scenario Inline() => new()
    {
        Label = "inline",
        InlinePlan = new InlinePlan { Document = ByteString.CopyFromUtf8(Given.Document("inline")), PlanId = "seconds" },
        TimeZone = "Europe/Warsaw",
    };

    private static TicketStory Story() => new()
    {
        Id = "story",
        OpenTime = Opened,
        Level = 1,
        Production = true,
        ServiceUnusable = true,
        Facts = { new SimulatedFact { EffectiveTime = Later(60), RecordTime = Later(120), Fact = new FactBody { Actor = "agent 7", AgentResponded = new AgentResponded() } } },
    };
}
