using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Clocks.Grains;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.Clocks.Cluster;

/// <summary>A long ticket asked for at the silo that does not hold it: its record travels as a snapshot and what came since.</summary>
public sealed class HandedRecordTests
{
    private const int Told = 64;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 90_000)]
    public async Task EveryQuestion_AtTheOtherSilo_IsAnsweredAsWhereTheTicketIs()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        var ticket = await LongTicket(redis);
        await using var pair = await SiloPair.StartAsync(redis, "handed", Cancel);
        var (near, far) = await pair.SidesOf(ticket);
        await AssertHandedFromASnapshot(far, ticket);

        var shown = await Milestones(near, ticket);
        var settled = shown.Where(milestone => milestone.MetTime is not null).ToArray();

        Assert.Equal(Still(await Get(near, ticket)), Still(await Get(far, ticket)));
        Assert.Equal(shown.Select(Still), (await Milestones(far, ticket)).Select(Still));
        Assert.Equal(await History(near, ticket), await History(far, ticket));
        Assert.True(settled.Length > Told / 4);
        foreach (var milestone in new[] { settled[0], settled[^1] })
        {
            Assert.Equal(await Explain(near, ticket, milestone.Id), await Explain(far, ticket, milestone.Id));
        }
    }

    [Fact(Timeout = 90_000)]
    public async Task RecordFact_AtTheOtherSilo_IsAnsweredAsWhereTheTicketIs()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        var ticket = await LongTicket(redis);
        await using var pair = await SiloPair.StartAsync(redis, "told", Cancel);
        var (near, far) = await pair.SidesOf(ticket);
        await AssertHandedFromASnapshot(far, ticket);

        foreach (var (first, then) in new[] { (far, near), (near, far) })
        {
            var request = Answer(ticket);
            request.Etag = (await Get(first, ticket)).Etag;
            var told = await first.Client.RecordFactAsync(request, cancellationToken: Cancel);
            var again = await then.Client.RecordFactAsync(request, cancellationToken: Cancel);

            Assert.NotEqual(request.Etag, told.Etag);
            Assert.Equal(Still(told), Still(again));
            Assert.Equal(Still(told), Still(await Get(then, ticket)));
        }

        Assert.Equal(Told + 3, (await Get(far, ticket)).FactCount);
    }

    /// <summary>Tells a ticket so much that whoever loads it does so from a snapshot; the host that it was told to is gone then.</summary>
    private static async Task<string> LongTicket(RedisServer redis)
    {
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        var ticket = await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        using var stream = host.Client.RecordFacts(cancellationToken: Cancel);
        for (var number = 0; number < Told; number++)
        {
            await stream.RequestStream.WriteAsync(new RecordFactsRequest { Item = number % 2 == 0 ? Answer(ticket.Name) : Reply(ticket.Name) }, Cancel);
        }

        await stream.RequestStream.CompleteAsync();
        await foreach (var answer in stream.ResponseStream.ReadAllAsync(Cancel))
        {
            Assert.True(answer.Status.Code == 0, answer.Status.Message);
        }

        return ticket.Name;
    }

    private static async Task AssertHandedFromASnapshot(ClockHost far, string ticket)
    {
        var id = ticket["tickets/".Length..];
        var handed = (await far.Services.GetRequiredService<IGrainFactory>().GetGrain<ITicketGrain>(id).Read()).Ticket!.Record;
        var stored = await far.Services.GetRequiredService<TicketJournal>().Load(id);

        Assert.False(handed.IsWhole);
        Assert.Equal((stored.Length, stored.Position, stored.Intake, stored.Log.FactCount), (handed.Length, handed.Position, handed.Intake, handed.Log.FactCount));
        Assert.Equal(stored.Entries, handed.Entries);
    }

    private static async Task<Ticket> Get(ClockHost host, string ticket) => await host.Client.GetTicketAsync(new GetTicketRequest { Name = ticket }, cancellationToken: Cancel);

    private static async Task<IReadOnlyList<Milestone>> Milestones(ClockHost host, string ticket) =>
        (await host.Client.ListMilestonesAsync(new ListMilestonesRequest { Ticket = ticket, PageSize = 1000 }, cancellationToken: Cancel)).Milestones;

    private static async Task<IReadOnlyList<HistoryEntry>> History(ClockHost host, string ticket) =>
        (await host.Client.ListTicketHistoryAsync(new ListTicketHistoryRequest { Ticket = ticket, PageSize = 1000 }, cancellationToken: Cancel)).Entries;

    private static async Task<MilestoneDerivation> Explain(ClockHost host, string ticket, string milestone) =>
        await host.Client.ExplainMilestoneAsync(new ExplainMilestoneRequest { Ticket = ticket, Milestone = milestone }, cancellationToken: Cancel);

    private static RecordFactRequest Answer(string ticket) => ClockFixture.Telling(ticket, new FactBody { Actor = "agent 7", AgentResponded = new AgentResponded() });

    private static RecordFactRequest Reply(string ticket) => ClockFixture.Telling(ticket, new FactBody { Actor = "ana", CustomerReplied = new CustomerReplied() });

    private static Ticket Still(Ticket ticket)
    {
        var still = ticket.Clone();
        still.Milestones.Clear();
        still.Milestones.AddRange(ticket.Milestones.Select(Still));
        return still;
    }

    // Without what goes on with time.
    private static Milestone Still(Milestone milestone) => new(milestone) { ConsumedDuration = null, RemainingDuration = null, ConsumedPercent = "" };
}
