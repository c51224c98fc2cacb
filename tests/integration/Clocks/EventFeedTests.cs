using System.Collections.Immutable;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.Clocks.Watching;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Clocks.Watches;
using SlaPlatform.Integration.Tests.Fixtures;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class EventFeedTests
{
    [Fact(Timeout = 60_000)]
    public async Task WatchTickets_AnEventCannotBeRead_EndsAsExpiredAndTheNextWatchGoesOn()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, cancel);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        using var watch = host.Client.WatchTickets(new WatchTicketsRequest(), cancellationToken: cancel);
        await watch.ResponseStream.MoveNext(cancel);
        await connection.GetDatabase().SortedSetAddAsync(JournalKeys.Outbox(3), "1:rubbish", 1);
        await connection.GetDatabase().StringSetAsync(JournalKeys.OutboxLast(3), 1);

        var ended = await Assert.ThrowsAsync<RpcException>(() => watch.ResponseStream.ReadAllAsync(cancel).LastAsync(cancel).AsTask());
        using var next = host.Client.WatchTickets(new WatchTicketsRequest(), cancellationToken: cancel);
        await next.ResponseStream.MoveNext(cancel);
        var ticket = await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: cancel);
        var seen = await next.ResponseStream.ReadAllAsync(cancel).FirstAsync(entry => entry.Ticket.Length > 0, cancel);

        Assert.Equal(ErrorReason.ResumeTokenExpired.ToWireName(), ended.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
        Assert.Equal(ticket.Name, seen.Ticket);
    }

    [Fact(Timeout = 60_000)]
    public async Task Look_EventsItHasNotReadAreGone_EndsOnlyWatchersThatMissThem()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, cancel);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        using var feed = ActivatorUtilities.CreateInstance<EventFeed>(host.Services);
        await feed.Look();
        var (behind, ahead) = (new Watcher(static _ => true, [.. new long[Shards.Count]], 100), new Watcher(static _ => true, new long[Shards.Count].ToImmutableArray().SetItem(3, 4), 100));
        feed.Join(behind);
        feed.Join(ahead);

        await connection.GetDatabase().SortedSetAddAsync(JournalKeys.Outbox(3), (byte[])[.. "5:"u8, .. EventCodec.Write(Noise.Moved("t", 5))], 5);
        await connection.GetDatabase().StringSetAsync(JournalKeys.OutboxLast(3), 5);
        await feed.Look();

        Assert.Equal(WatchEnd.Expired, behind.CutOff);
        Assert.Null(ahead.CutOff);
        Assert.Equal(5, ahead.Take()!.Sequence);
    }

    [Fact(Timeout = 60_000)]
    public async Task WatchTickets_AnOlderCopyOfRedisCaughtUp_RefusesTokensOfBefore()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, cancel);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var database = connection.GetDatabase();
        var shard = Shards.Of("t");
        await Noise.MakeAsync(host.Services, [Noise.Moved("t", 1), Noise.Moved("t", 2), Noise.Moved("t", 3)]);
        using var watch = host.Client.WatchTickets(new WatchTicketsRequest(), cancellationToken: cancel);
        await watch.ResponseStream.MoveNext(cancel);
        var token = watch.ResponseStream.Current.ResumeToken;

        await database.StringSetAsync(JournalKeys.OutboxLast(shard), 1);
        await database.SortedSetRemoveRangeByScoreAsync(JournalKeys.Outbox(shard), 2, 3);
        var ended = await Assert.ThrowsAsync<RpcException>(() => watch.ResponseStream.ReadAllAsync(cancel).LastAsync(cancel).AsTask());
        await Noise.MakeAsync(host.Services, [Noise.Moved("t", 12), Noise.Moved("t", 13), Noise.Moved("t", 14)]);
        using var resumed = host.Client.WatchTickets(new WatchTicketsRequest { ResumeToken = token }, cancellationToken: cancel);
        var refused = await Assert.ThrowsAsync<RpcException>(() => resumed.ResponseStream.ReadAllAsync(cancel).LastAsync(cancel).AsTask());

        Assert.All([ended, refused], failure => Assert.Equal(ErrorReason.ResumeTokenExpired.ToWireName(), failure.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason));
    }

    [Fact(Timeout = 60_000)]
    public async Task Run_RedisFailsAsTheStopBegins_EndsItsWatches()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, cancel);
        using var feed = ActivatorUtilities.CreateInstance<EventFeed>(host.Services);
        await feed.StartAsync(cancel);
        await feed.WaitUntilRunning(cancel);
        var watcher = new Watcher(static _ => true, [.. new long[Shards.Count]], 100);
        feed.Join(watcher);
        await redis.KillAsync();

        await feed.StopAsync(cancel);

        Assert.Equal(WatchEnd.Stopping, watcher.CutOff);
        Assert.Throws<JournalUnavailableException>(() => feed.Join(watcher));
    }

    [Fact(Timeout = 60_000)]
    public async Task WatchTickets_MoreThanMayBe_AreRefusedUntilOneEnds()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, cancel, services => services.Configure<WatchOptions>(options => options.MostWatches = 1));
        var first = host.Client.WatchTickets(new WatchTicketsRequest(), cancellationToken: cancel);
        await first.ResponseStream.MoveNext(cancel);
        using var second = host.Client.WatchTickets(new WatchTicketsRequest(), cancellationToken: cancel);

        var refused = await Assert.ThrowsAsync<RpcException>(() => second.ResponseStream.MoveNext(cancel));
        first.Dispose();
        var again = await host.Client.WatchResumingAsync(new WatchTicketsRequest(), cancel).FirstAsync(cancel);

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        Assert.Equal(ErrorReason.TooManyWatches.ToWireName(), refused.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
        Assert.NotNull(refused.GetRpcStatus()!.GetDetail<Google.Rpc.RetryInfo>());
        Assert.NotNull(again);
    }

    [Fact(Timeout = 60_000)]
    public async Task WaitUntilRunning_BeforeTheFirstLook_WaitsForIt()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, cancel);
        using var feed = ActivatorUtilities.CreateInstance<EventFeed>(host.Services);

        var waiting = feed.WaitUntilRunning(cancel);
        var waited = !waiting.IsCompleted;
        await feed.Look();
        await waiting;

        Assert.True(waited);
        Assert.NotEmpty(feed.Join(new Watcher(static _ => true, [.. new long[Shards.Count]], 100)));
    }
}
