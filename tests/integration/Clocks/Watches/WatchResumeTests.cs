using Google.Protobuf;
using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.Clocks.Watches;

public sealed class WatchResumeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 90_000)]
    public async Task WatchTickets_TokenOfASiloThatIsGone_GoesOnElsewhereAndAfterARestart()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        var first = await ClockHost.StartAsync(redis, Cancel, cluster: "resume");
        var second = await ClockHost.StartAsync(redis, Cancel, cluster: "resume");
        var tickets = new[]
        {
            await first.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel),
            await first.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel),
        };
        ByteString token;
        var before = new List<TicketEvent>();
        using (var watch = first.Client.WatchTickets(new WatchTicketsRequest(), cancellationToken: Cancel))
        {
            await watch.ResponseStream.MoveNext(Cancel);
            await Tell(first, tickets, 2);
            before.AddRange(await watch.ResponseStream.ReadAllAsync(Cancel).Where(entry => entry.Fact is not null).Take(2).ToListAsync(Cancel));
            token = before[^1].ResumeToken;
        }

        await Tell(second, tickets, 2);
        await first.DisposeAsync();
        await Tell(second, tickets, 2);
        var elsewhere = await Facts(second, token, 10);
        await second.DisposeAsync();
        await using var third = await ClockHost.StartAsync(redis, Cancel, cluster: "resume");
        var restarted = await Facts(third, token, 10);

        // Only what concerns one ticket comes in order.
        Assert.Equal(elsewhere.OrderBy(fact => fact.Ticket, StringComparer.Ordinal), restarted.OrderBy(fact => fact.Ticket, StringComparer.Ordinal));
        foreach (var ticket in tickets)
        {
            var history = await third.Client.ListTicketHistoryAsync(new ListTicketHistoryRequest { Ticket = ticket.Name }, cancellationToken: Cancel);
            Assert.Equal(
                history.Entries.Where(entry => entry.Fact is not null).Select(entry => entry.Fact.Sequence).Skip(1),
                before.Select(entry => (entry.Ticket, entry.Fact.Sequence)).Concat(elsewhere).Where(fact => fact.Ticket == ticket.Name).Select(fact => fact.Sequence));
        }
    }

    [Fact]
    public async Task WatchTickets_OnlyUnwantedEventsCome_HeartbeatsMoveTheTokenPastThem()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        using var watch = host.Client.WatchTickets(new WatchTicketsRequest { Filter = new WatchFilter { Tickets = { "tickets/silent" } } }, cancellationToken: Cancel);
        await watch.ResponseStream.MoveNext(Cancel);
        var start = watch.ResponseStream.Current.ResumeToken;

        await Noise.MakeAsync(host.Services, [Noise.Moved("loud", 1)]);
        var moved = await watch.ResponseStream.ReadAllAsync(Cancel).FirstAsync(entry => entry.ResumeToken != start, Cancel);
        using var resumed = host.Client.WatchTickets(new WatchTicketsRequest { ResumeToken = moved.ResumeToken }, cancellationToken: Cancel);
        await Noise.MakeAsync(host.Services, [Noise.Moved("loud", 2)]);
        var next = await resumed.ResponseStream.ReadAllAsync(Cancel).FirstAsync(entry => entry.Heartbeat is null, Cancel);

        Assert.NotNull(moved.Heartbeat);
        Assert.Equal(2, next.DueChanged.OccurrenceFact);
    }

    [Fact]
    public async Task WatchTickets_WantedEventsKeepComing_TheirTokensMovePastTheUnwantedOnes()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        using var watch = host.Client.WatchTickets(new WatchTicketsRequest { Filter = new WatchFilter { Tickets = { "tickets/wanted" } } }, cancellationToken: Cancel);
        await watch.ResponseStream.MoveNext(Cancel);

        await Noise.MakeAsync(host.Services, [Noise.Moved("loud", 1)]);
        using var everything = host.Client.WatchTickets(new WatchTicketsRequest { ResumeToken = watch.ResponseStream.Current.ResumeToken }, cancellationToken: Cancel);
        await everything.ResponseStream.ReadAllAsync(Cancel).FirstAsync(entry => entry.Ticket == "tickets/loud", Cancel);
        await Noise.MakeAsync(host.Services, [Noise.Moved("wanted", 1)]);
        var wanted = await watch.ResponseStream.ReadAllAsync(Cancel).FirstAsync(entry => entry.Heartbeat is null, Cancel);
        using var resumed = host.Client.WatchTickets(new WatchTicketsRequest { ResumeToken = wanted.ResumeToken }, cancellationToken: Cancel);
        await Noise.MakeAsync(host.Services, [Noise.Moved("loud", 2)]);
        var next = await resumed.ResponseStream.ReadAllAsync(Cancel).FirstAsync(entry => entry.Heartbeat is null, Cancel);

        Assert.Equal(("tickets/wanted", "tickets/loud"), (wanted.Ticket, next.Ticket));
        Assert.Equal(2, next.DueChanged.OccurrenceFact);
    }

    [Fact]
    public async Task ListTickets_SeveralPages_AllGiveTheTokenOfBeforeTheFirst()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        var opened = await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        var first = await host.Client.ListTicketsAsync(new ListTicketsRequest { PageSize = 1 }, cancellationToken: Cancel);
        await Tell(host, [opened], 1);
        var second = await host.Client.ListTicketsAsync(new ListTicketsRequest { PageSize = 1, PageToken = first.NextPageToken }, cancellationToken: Cancel);

        var missed = await Facts(host, second.ResumeToken, 1);

        Assert.Equal((first.ResumeToken, (opened.Name, 2L)), (second.ResumeToken, missed.Single()));
        Assert.NotEqual(first.Tickets.Single().Name, second.Tickets.Single().Name);
    }

    private static async Task Tell(ClockHost host, IEnumerable<Ticket> tickets, int times)
    {
        for (var time = 0; time < times; time++)
        {
            foreach (var ticket in tickets)
            {
                await host.Client.RecordFactAsync(ClockFixture.Telling(ticket.Name, new FactBody { AgentResponded = new AgentResponded() }), cancellationToken: Cancel);
            }
        }
    }

    private static async Task<List<(string Ticket, long Sequence)>> Facts(ClockHost host, ByteString token, int count)
    {
        return await host.Client.WatchResumingAsync(new WatchTicketsRequest { ResumeToken = token }, Cancel).Where(entry => entry.Fact is not null).Take(count)
            .Select(entry => (entry.Ticket, entry.Fact.Sequence)).ToListAsync(Cancel);
    }
}
