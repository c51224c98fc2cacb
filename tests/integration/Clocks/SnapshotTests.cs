using System.Text;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Policies;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Fixtures;
using StackExchange.Redis;
using Domain = SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Long tickets: what stands for their past, and what still needs all of it.</summary>
public sealed class SnapshotTests
{
    private const int Told = 120;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Load_OfALongTicket_HoldsNoMoreRecordsThanASnapshotMayLag()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        var ticket = await Converse(host);
        var journal = host.Services.GetRequiredService<TicketJournal>();

        var record = await journal.Load(IdOf(ticket));
        var whole = await journal.LoadWhole(IdOf(ticket));

        Assert.InRange(record.Held, 0, journal.SnapshotEvery);
        Assert.Equal((whole.Length, whole.Log.FactCount, whole.Intake, whole.Log.LastRecordTime), (record.Length, record.Log.FactCount, record.Intake, record.Log.LastRecordTime));
        Assert.True(whole.Length > Told);
    }

    [Theory]
    [InlineData("kept")]
    [InlineData("missing")]
    [InlineData("of another fold")]
    [InlineData("rubbish")]
    [InlineData("ahead of the journal")]
    public async Task GetTicket_AfterARestart_IsTheSameWhateverBecameOfTheSnapshot(string snapshot)
    {
        await using var redis = await RedisServer.StartDurableAsync();
        Ticket before;
        await using (var host = await ClockHost.StartAsync(redis, Cancel))
        {
            before = await Converse(host);
        }

        await Spoil(redis, IdOf(before), snapshot);
        await using var restarted = await ClockHost.StartAsync(redis, Cancel);

        var after = await restarted.Client.GetTicketAsync(new GetTicketRequest { Name = before.Name }, cancellationToken: Cancel);
        var told = await restarted.Client.RecordFactAsync(Answer(before.Name), cancellationToken: Cancel);

        Assert.Equal(Still(before), Still(after));
        Assert.Equal($"{Told + 2}", told.Etag);
        var journal = restarted.Services.GetRequiredService<TicketJournal>();
        Assert.InRange((await journal.Load(IdOf(before))).Held, 0, journal.SnapshotEvery);
    }

    [Fact]
    public async Task RecordFact_ThatReachesBackBeforeTheSnapshot_IsTakenOnTheWholeRecordAndKeptSo()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        var opening = ClockFixture.Opening();
        opening.EffectiveTime = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(3));
        var ticket = await Converse(host, opening);
        var late = Answer(ticket.Name);
        late.EffectiveTime = opening.EffectiveTime + Duration.FromTimeSpan(TimeSpan.FromMinutes(5));

        await host.Client.RecordFactAsync(late, cancellationToken: Cancel);

        var history = await History(host, ticket.Name);
        Assert.Contains(history, entry => entry.Signal?.Detail.RetractedSignal.Length > 0);
        var record = await host.Services.GetRequiredService<TicketJournal>().Load(IdOf(ticket));
        Assert.Equal((Told + 2, false), (record.Log.FactCount, record.IsWhole));
    }

    [Theory]
    [InlineData("reaches back")]
    [InlineData("changes the level")]
    public async Task Load_AVersionWithoutSnapshotsHasAddedWhatDoesNotGoOn_IsOfTheWholeJournal(string how)
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        var opening = ClockFixture.Opening();
        opening.EffectiveTime = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(3));
        var ticket = await Converse(host, opening);
        var journal = host.Services.GetRequiredService<TicketJournal>();
        var whole = await journal.LoadWhole(IdOf(ticket));
        var book = await host.Services.GetRequiredService<PlanBooks>().Of(whole.Log.Plans);
        var now = whole.Log.LastRecordTime!.Value;
        var fact = how == "reaches back"
            ? new Domain.NewFact(new Domain.Fact.AgentResponded(), whole.Log.Facts[0].EffectiveTime + NodaTime.Duration.FromMinutes(1))
            : new Domain.NewFact(new Domain.Fact.SeverityChanged { ClaimedLevel = 1, Reason = "worse", Actor = "customer" }, now);
        var turn = Assert.IsType<Domain.Decision.Accepted>(Domain.TicketClock.Record(whole.Log, book, [fact], now)).Turn;
        var before = await journal.Load(IdOf(ticket));

        var stored = await journal.Append(TicketTurn.Of(whole, turn, [FactNote.None], book, request: null, snapshotEvery: int.MaxValue).Append);
        var after = await journal.Load(IdOf(ticket));

        Assert.Equal((AppendOutcome.Appended, false, true), (stored, before.IsWhole, after.IsWhole));
        Assert.Equal(whole.Log.FactCount + 1, after.Log.FactCount);
    }

    [Fact]
    public async Task Load_TheJournalIsAnotherOfTheSameLength_IsNotThatOfTheSnapshot()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        var ticket = await Converse(host);
        var other = await Converse(host, ClockFixture.Opening());
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var (database, journal) = (connection.GetDatabase(), host.Services.GetRequiredService<TicketJournal>());
        await database.KeyDeleteAsync(JournalKeys.Journal(IdOf(ticket)));
        await database.ListRightPushAsync(JournalKeys.Journal(IdOf(ticket)), await database.ListRangeAsync(JournalKeys.Journal(IdOf(other))));

        var record = await journal.Load(IdOf(ticket));

        Assert.True(record.IsWhole);
    }

    [Fact]
    public async Task ListTicketHistory_OfALongTicket_GivesEveryRecordWithItsNote()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        var ticket = await Converse(host);

        var history = await History(host, ticket.Name);

        Assert.Equal(Enumerable.Range(1, Told + 1).Select(number => (long)number), history.Where(entry => entry.Fact is not null).Select(entry => entry.Fact.Sequence));
        Assert.All(history.Where(entry => entry.Fact?.Body is not null), entry => Assert.Equal("agent 7", entry.Fact.Body.Actor));
    }

    [Fact]
    public async Task ListMilestonesAndExplain_OfALongTicket_KnowWhatEndedLongAgo()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        var ticket = await Converse(host);

        var listed = await host.Client.ListMilestonesAsync(new ListMilestonesRequest { Ticket = ticket.Name, PageSize = 500 }, cancellationToken: Cancel);
        var first = listed.Milestones.First(milestone => milestone.Kind is MilestoneKind.FollowUp or MilestoneKind.Update);
        var derived = await host.Client.ExplainMilestoneAsync(new ExplainMilestoneRequest { Ticket = ticket.Name, Milestone = first.Id }, cancellationToken: Cancel);

        Assert.True(listed.Milestones.Count > Told / 4);
        Assert.Equal(first.Id, derived.Milestone.Id);
    }

    private static async Task<Ticket> Converse(ClockHost host, OpenTicketRequest? opening = null)
    {
        var ticket = await host.Client.OpenTicketAsync(opening ?? ClockFixture.Opening(), cancellationToken: Cancel);
        using var stream = host.Client.RecordFacts(cancellationToken: Cancel);
        for (var i = 0; i < Told; i++)
        {
            await stream.RequestStream.WriteAsync(new RecordFactsRequest { Item = i % 2 == 0 ? Answer(ticket.Name) : Reply(ticket.Name) }, Cancel);
        }

        await stream.RequestStream.CompleteAsync();
        await foreach (var answer in stream.ResponseStream.ReadAllAsync(Cancel))
        {
            Assert.True(answer.Status.Code == 0, answer.Status.Message);
        }

        return await host.Client.GetTicketAsync(new GetTicketRequest { Name = ticket.Name }, cancellationToken: Cancel);
    }

    private static async Task Spoil(RedisServer redis, string id, string how)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var (database, key) = (connection.GetDatabase(), JournalKeys.Snapshot(id));
        var stored = (string?)await database.StringGetAsync(key);
        Assert.NotNull(stored);
        switch (how)
        {
            case "missing":
                await database.KeyDeleteAsync(key);
                break;
            case "of another fold":
                // It counts other facts, too: whoever used it all the same would show that.
                var counted = stored.Replace("\"facts\":", "\"facts\":9", StringComparison.Ordinal);
                await database.StringSetAsync(key, counted.Replace("\"fold\":\"", "\"fold\":\"other-", StringComparison.Ordinal));
                break;
            case "rubbish":
                await database.StringSetAsync(key, Encoding.UTF8.GetBytes("rubbish"));
                break;
            case "ahead of the journal":
                await database.StringSetAsync(key, stored.Replace("\"position\":", "\"position\":9", StringComparison.Ordinal));
                break;
        }
    }

    private static async Task<List<HistoryEntry>> History(ClockHost host, string ticket)
    {
        var entries = new List<HistoryEntry>();
        var request = new ListTicketHistoryRequest { Ticket = ticket, PageSize = 100 };
        do
        {
            var page = await host.Client.ListTicketHistoryAsync(request, cancellationToken: Cancel);
            entries.AddRange(page.Entries);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        return entries;
    }

    /// <summary>What of a ticket does not move with the time of asking.</summary>
    private static Ticket Still(Ticket ticket)
    {
        var still = ticket.Clone();
        foreach (var milestone in still.Milestones)
        {
            (milestone.ConsumedDuration, milestone.RemainingDuration, milestone.ConsumedPercent) = (null, null, "");
        }

        return still;
    }

    private static string IdOf(Ticket ticket) => ticket.Name["tickets/".Length..];

    private static RecordFactRequest Answer(string ticket) => ClockFixture.Telling(ticket, new FactBody { Actor = "agent 7", AgentResponded = new AgentResponded() });

    private static RecordFactRequest Reply(string ticket) => ClockFixture.Telling(ticket, new FactBody { Actor = "agent 7", CustomerReplied = new CustomerReplied() });
}
