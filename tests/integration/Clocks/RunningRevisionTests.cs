using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>A revision is published while tickets run.</summary>
public sealed class RunningRevisionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RecordFact_ARevisionIsInForceSinceTheOpening_TheTicketStaysOnItsOwn()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        Ticket opened;
        await using (var host = await ClockHost.StartAsync(redis, Cancel))
        {
            opened = await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
            host.Catalog.Publish("xtm", Halved);

            var told = await host.Client.RecordFactAsync(ClockFixture.Telling(opened.Name, new FactBody { AgentResponded = new AgentResponded() }), cancellationToken: Cancel);
            var another = await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);

            Assert.Equal((opened.Plan, Resolution(opened)), (told.Plan, Resolution(told)));
            Assert.NotEqual(opened.Plan, another.Plan);
            Assert.Equal((TimeSpan.FromHours(2), TimeSpan.FromHours(1)), (Resolution(opened) - opened.OpenTime.ToDateTimeOffset(), Resolution(another) - another.OpenTime.ToDateTimeOffset()));
        }

        await using var later = await ClockHost.StartAsync(redis, Cancel);
        later.Catalog.Publish("xtm", Halved);
        var read = await later.Client.GetTicketAsync(new GetTicketRequest { Name = opened.Name }, cancellationToken: Cancel);
        Assert.Equal((opened.Plan, Resolution(opened)), (read.Plan, Resolution(read)));
    }

    private static string Halved(string xtm) => xtm.Replace("within: 2h, calendar: 24x7", "within: 1h, calendar: 24x7", StringComparison.Ordinal);

    private static DateTimeOffset Resolution(Ticket ticket) => ticket.Milestones.Single(milestone => milestone.Kind == MilestoneKind.Resolution).DueTime.ToDateTimeOffset();
}
