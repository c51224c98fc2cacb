using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Fixtures;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Imports beside the grains of the same tickets, and the tickets' lives afterwards, on both kinds of Redis.</summary>
public sealed class ImportedLivesTests
{
    private const int Told = 300;
    private const int Racers = 8;

    private static FactBody Answered => new() { AgentResponded = new AgentResponded() };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("redis-server")]
    [InlineData("garnet")]
    public async Task ImportTickets_LongTicket_IsStoredWithASnapshotAndKnownAgain(string server)
    {
        await using var redis = await RedisServer.StartAsync(server);
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        var ticket = Imported.Ticket("accounts/xtm.gold", "2025-03-03T09:00:00Z", [.. Enumerable.Range(1, Told).Select(i => (i / 60.0, Answered))]);

        var answers = await Imported.ImportAsync(host.Client, ticket, Imported.Again(ticket));
        var told = await host.Client.RecordFactAsync(ClockFixture.Telling(answers[0].Ticket, Imported.Resolved), cancellationToken: Cancel);
        var late = await Imported.ImportAsync(host.Client, Imported.Again(ticket));

        Assert.Equal([(0, false), (0, true), (0, true)], answers.Concat(late).Select(answer => (answer.Status.Code, answer.Repeat)));
        Assert.Equal((TicketState.Resolved, $"{Told + 2}"), (told.State, told.Etag));
        var journal = host.Services.GetRequiredService<TicketJournal>();
        var record = await journal.Load(ticket.Open.TicketId);
        Assert.False(record.IsWhole);
        Assert.InRange(record.Position, Told, Told + 2);
    }

    [Fact]
    public async Task ImportTickets_ThatAGrainHasLookedForInVain_IsThereForItAfterwards()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        var ticket = Imported.Ended();
        var name = $"tickets/{ticket.Open.TicketId}";
        var missing = await RefusedCall.OfAsync(host.Client.GetTicketAsync(new GetTicketRequest { Name = name }, cancellationToken: Cancel));
        var untold = await RefusedCall.OfAsync(host.Client.RecordFactAsync(ClockFixture.Telling(name, Imported.Resolved), cancellationToken: Cancel));

        await Imported.ImportAsync(host.Client, ticket);
        var told = await host.Client.RecordFactAsync(ClockFixture.Telling(name, new FactBody { Reopened = new Reopened() }), cancellationToken: Cancel);

        Assert.Equal([ErrorReason.TicketNotFound, ErrorReason.TicketNotFound], [missing.Reason, untold.Reason]);
        Assert.Equal((TicketState.Open, "5"), (told.State, told.Etag));
    }

    [Theory]
    [InlineData("redis-server")]
    [InlineData("garnet")]
    public async Task ImportTickets_ManyStreamsAtOnce_StoreATicketOnce(string server)
    {
        await using var redis = await RedisServer.StartAsync(server);
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        var ticket = Imported.Ended();

        var answers = (await Task.WhenAll(Enumerable.Range(0, Racers).Select(_ => Imported.ImportAsync(host.Client, Imported.Again(ticket))))).SelectMany(answer => answer).ToList();

        Assert.All(answers, answer => Assert.Equal(0, answer.Status.Code));
        _ = Assert.Single(answers, answer => !answer.Repeat);
        Assert.Equal(1 + ticket.Facts.Count, await host.Services.GetRequiredService<TicketJournal>().Length(ticket.Open.TicketId));
    }

    [Fact]
    public async Task ImportTickets_AtTheSameTimeAsAnOpening_OneOfThemWinsWhole()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        for (var race = 0; race < Racers; race++)
        {
            var ticket = Imported.Ticket("accounts/xtm.gold", "2025-03-03T09:00:00Z", (1, Answered));
            var opening = ClockFixture.Opening();
            opening.TicketId = ticket.Open.TicketId;

            var importing = Imported.ImportAsync(host.Client, ticket);
            var opened = await Opened(host, opening);
            var imported = Assert.Single(await importing).Status.Code;
            var told = await host.Client.RecordFactAsync(ClockFixture.Telling($"tickets/{opening.TicketId}", Answered), cancellationToken: Cancel);

            Assert.Equal(((int)(opened ? StatusCode.AlreadyExists : StatusCode.OK), opened ? "2" : "3"), (imported, told.Etag));
        }
    }

    private static async Task<bool> Opened(ClockHost host, OpenTicketRequest opening)
    {
        try
        {
            await host.Client.OpenTicketAsync(opening, cancellationToken: Cancel);
            return true;
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.AlreadyExists)
        {
            return false;
        }
    }
}
