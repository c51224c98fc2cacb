using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Fixtures;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Clocks.Cluster;

/// <summary>Two silos that find each other through Redis and speak over their sockets.</summary>
public sealed class ClusterTests
{
    private const int Tickets = 16;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 90_000)]
    public async Task Shards_ASecondSiloComesAndGoes_SpreadEvenlyAndComeBack()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var redis = await RedisServer.StartDurableAsync();
        await using var first = await ClockHost.StartAsync(redis, cancel, cluster: "spread");
        await Silos.UntilSpread(first, Silos.AllShards);

        await using (await ClockHost.StartAsync(redis, cancel, cluster: "spread"))
        {
            await Silos.UntilSpread(first, Silos.AllShards / 2, Silos.AllShards / 2);
        }

        await Silos.UntilSpread(first, Silos.AllShards);
    }

    [Fact(Timeout = 90_000)]
    public async Task EveryCall_WhereverTheTicketIs_IsAnsweredAlikeByBothSilos()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var redis = await RedisServer.StartDurableAsync();
        await using var one = await ClockHost.StartAsync(redis, cancel, cluster: "alike");
        await using var two = await ClockHost.StartAsync(redis, cancel, cluster: "alike");
        await Silos.UntilSpread(one, Silos.AllShards / 2, Silos.AllShards / 2);
        for (var number = 0; number < Tickets; number++)
        {
            var opening = ClockFixture.Opening();
            opening.TicketId = $"t-{number}";
            var opened = await one.Client.OpenTicketAsync(opening, cancellationToken: Cancel);
            var telling = ClockFixture.Telling(opened.Name, new FactBody { Actor = "ana", AgentResponded = new AgentResponded() });
            telling.Etag = opened.Etag;

            var told = await two.Client.RecordFactAsync(telling, cancellationToken: Cancel);
            var again = await one.Client.RecordFactAsync(telling, cancellationToken: Cancel);
            var read = await one.Client.GetTicketAsync(new GetTicketRequest { Name = opened.Name }, cancellationToken: Cancel);
            var openedAgain = await two.Client.OpenTicketAsync(opening, cancellationToken: Cancel);

            Assert.Equal("2", told.Etag);
            Assert.Equal([Stand(told), Stand(told), Stand(told)], [Stand(again), Stand(read), Stand(openedAgain)]);
            foreach (var host in new[] { one, two })
            {
                Assert.Equal(ErrorReason.FactNotAllowed, await ReasonOf(host, ClockFixture.Telling(opened.Name, new FactBody { Resumed = new Resumed() })));
                var stale = ClockFixture.Telling(opened.Name, new FactBody { Resolved = new Resolved() });
                stale.Etag = opened.Etag;
                Assert.Equal(ErrorReason.StaleEtag, await ReasonOf(host, stale));
                var reused = ClockFixture.Telling(opened.Name, new FactBody { Resolved = new Resolved() });
                reused.RequestId = telling.RequestId;
                Assert.Equal(ErrorReason.RequestIdReused, await ReasonOf(host, reused));
                Assert.Equal(ErrorReason.TicketNotFound, await ReasonOf(host, ClockFixture.Telling($"tickets/no-{number}", telling.Fact)));
            }
        }

        Assert.Equal(2, (await Silos.Activations(one, "ticket")).Count());
    }

    // Without what goes on with time.
    private static string Stand(Ticket ticket) => string.Join(
        ' ', ticket.Milestones.Select(milestone => $"{milestone.Id} {milestone.State} {milestone.StartTime} {milestone.DueTime} {milestone.MetTime}").Prepend(ticket.Etag));

    private static async Task<ErrorReason> ReasonOf(ClockHost host, RecordFactRequest request) =>
        (await RefusedCall.OfAsync(host.Client.RecordFactAsync(request, cancellationToken: Cancel))).Reason;
}
