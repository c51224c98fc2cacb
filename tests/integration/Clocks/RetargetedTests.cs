using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Integration.Tests.Fixtures;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Another version of engine or tzdb finds due times that are not what it computes, and says so to watchers.</summary>
public sealed class RetargetedTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task WatchTickets_ALaterDueTimeMoves_TellsOfThatAlone()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var (id, token, listed) = await OpenOne(redis);
        var later = listed.Dues!.MaxBy(entry => entry.Value);
        Assert.NotEqual(listed.NextDue, later.Value);

        await Computed(connection, listed with { Dues = listed.Dues!.SetItem(later.Key, later.Value + Duration.FromHours(1)) });
        var (told, after) = await Recomputed(redis, id, token);

        var moved = Assert.Single(told);
        Assert.Equal((MilestoneKind.Resolution, DueChangeCause.Retargeted), (later.Key.Kind, moved.Cause));
        Assert.Equal((later.Key.Occurrence, later.Value), (moved.OccurrenceFact, moved.DueTime.ToInstant()));
        Assert.Equal(listed.Dues, after.Dues);
    }

    [Fact(Timeout = 60_000)]
    public async Task WatchTickets_AMilestoneIsNone_TellsThatItIsCancelled()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var (id, token, listed) = await OpenOne(redis);

        await Computed(connection, listed with { Dues = listed.Dues!.Add(new MilestoneId(MilestoneKind.FollowUp, 1), listed.NextDue!.Value) });
        var (told, _) = await Recomputed(redis, id, token);

        var moved = Assert.Single(told);
        Assert.Equal((MilestoneState.Cancelled, null, DueChangeCause.Retargeted), (Enum.Parse<MilestoneState>($"{moved.State}"), moved.DueTime, moved.Cause));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(0, 0)]
    [InlineData(60, 2)]
    public async Task WatchTickets_ASummaryFromBeforeDueTimesWereKept_TellsOfAllThatRunsIfTheNextMoved(int minutes, int expected)
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var (id, token, listed) = await OpenOne(redis);

        await Computed(connection, listed with { Dues = null, NextDue = listed.NextDue + Duration.FromMinutes(minutes) });
        var (told, after) = await Recomputed(redis, id, token);

        Assert.Equal(expected, told.Count);
        Assert.All(told, moved => Assert.Equal(DueChangeCause.Retargeted, moved.Cause));
        Assert.Equal(listed.Dues, after.Dues);
    }

    private static async Task<(string Id, ByteString Token, TicketDigest Listed)> OpenOne(RedisServer redis)
    {
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        var opening = ClockFixture.Opening();
        opening.Level = 2;
        var ticket = await host.Client.OpenTicketAsync(opening, cancellationToken: Cancel);
        var id = ticket.Name["tickets/".Length..];
        using var watch = host.Client.WatchTickets(new WatchTicketsRequest(), cancellationToken: Cancel);
        await watch.ResponseStream.MoveNext(Cancel);
        return (id, watch.ResponseStream.Current.ResumeToken, (await host.Services.GetRequiredService<TicketIndex>().Find(id))!);
    }

    /// <summary>Makes the summary what another version wrote.</summary>
    private static async Task Computed(ConnectionMultiplexer connection, TicketDigest digest)
    {
        var shard = Shards.Of(digest.TicketId);
        await connection.GetDatabase().HashSetAsync(JournalKeys.Summary(shard), digest.TicketId, DigestCodec.Write(digest));
        await connection.GetDatabase().KeyDeleteAsync(JournalKeys.Computed(shard));
    }

    /// <summary>What watchers are told until a fact that is recorded after all is computed again.</summary>
    private static async Task<(List<DueChanged> Told, TicketDigest After)> Recomputed(RedisServer redis, string id, ByteString token)
    {
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        while (!await connection.GetDatabase().KeyExistsAsync(JournalKeys.Computed(Shards.Of(id))))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Cancel);
        }

        var after = await host.Services.GetRequiredService<TicketIndex>().Find(id);
        await host.Client.RecordFactAsync(ClockFixture.Telling($"tickets/{id}", new FactBody { AgentResponded = new AgentResponded() }), cancellationToken: Cancel);
        using var watch = host.Client.WatchTickets(new WatchTicketsRequest { ResumeToken = token }, cancellationToken: Cancel);
        var told = await watch.ResponseStream.ReadAllAsync(Cancel).TakeWhile(entry => entry.Fact is null).Where(entry => entry.DueChanged is not null).ToListAsync(Cancel);
        return ([.. told.Select(entry => entry.DueChanged)], after!);
    }
}
