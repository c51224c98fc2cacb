using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class CompareReadingsTests(ClockFixture clock) : IClassFixture<ClockFixture>
{
    // A Monday at ten in Brussels.
    private static readonly DateTimeOffset Start = new(2026, 6, 1, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CompareReadings_ConfirmedLater_EachReadingCountsFromItsOwnEvent()
    {
        var request = Request("collibra", "premium", MilestoneKind.Resolution, (StartEvent.Confirmed, 5));

        Assert.Equal([Start.AddHours(72 + 5), Start.AddHours(72)], await DueAsync(request));
    }

    [Fact]
    public async Task CompareReadings_ReplyAfterTheResponse_EachReadingCountsFromItsOwnEvent()
    {
        var request = Request("domo", "gold", MilestoneKind.FollowUp, (StartEvent.AgentResponded, 1), (StartEvent.CustomerReplied, 3));

        Assert.Contains(Start.AddHours(32 + 1), await DueAsync(request));
        Assert.Contains(Start.AddHours(32 + 3), await DueAsync(request));
    }

    [Fact]
    public async Task CompareReadings_NoEventGiven_HappenAtTheStart() =>
        Assert.Equal([Start.AddHours(72), Start.AddHours(72)], await DueAsync(Request("collibra", "premium", MilestoneKind.Resolution)));

    [Fact]
    public async Task CompareReadings_FaultyEvents_NamesAllAtOnce()
    {
        var request = Request(
            "collibra", "premium", MilestoneKind.Resolution, (StartEvent.Confirmed, -1), (StartEvent.Confirmed, 1), (StartEvent.Received, 1), (StartEvent.Unspecified, 1), (StartEvent.AgentResponded, 24 * 366 * 20));
        request.Events.Add(new StartingEvent { Event = StartEvent.CustomerReplied });

        var refused = await RefusedCall.OfAsync(clock.Simulations.CompareReadingsAsync(request, cancellationToken: Cancel));

        Assert.Equal(
            [
                ("events[0].event_time", ErrorReason.TimeOrder), ("events[1].event", ErrorReason.FieldOutOfRange), ("events[2].event", ErrorReason.FieldOutOfRange),
                ("events[3].event", ErrorReason.FieldRequired), ("events[4].event_time", ErrorReason.HorizonExceeded), ("events[5].event_time", ErrorReason.FieldRequired),
            ],
            refused.Violations.Select(violation => (violation.Field, violation.Reason)).Order());
    }

    private static CompareReadingsRequest Request(string policy, string plan, MilestoneKind milestone, params (StartEvent Event, int Hours)[] events) => new()
    {
        Scenario = new Scenario
        {
            InlinePlan = new InlinePlan { Document = ByteString.CopyFrom(File.ReadAllBytes(Repository.PathOf($"services/catalog/policies/{policy}.yaml"))), PlanId = plan },
            TimeZone = "Europe/Brussels",
        },
        Level = 1,
        Milestone = milestone,
        StartTime = Timestamp.FromDateTimeOffset(Start),
        Events = { events.Select(given => new StartingEvent { Event = given.Event, EventTime = Timestamp.FromDateTimeOffset(Start.AddHours(given.Hours)) }) },
    };

    private async Task<IEnumerable<DateTimeOffset>> DueAsync(CompareReadingsRequest request) =>
        (await clock.Simulations.CompareReadingsAsync(request, cancellationToken: Cancel)).Outcomes.Select(outcome => outcome.DueTime.ToDateTimeOffset());
}
