using Grpc.Core;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;
using StackExchange.Redis;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class EventFeedTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task WatchTickets_AnEventCannotBeRead_EndsAsExpiredAndTheNextWatchGoesOn()
    {
        await using var redis = await DurableServer.RedisAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        using var watch = host.Client.WatchTickets(new WatchTicketsRequest(), cancellationToken: Cancel);
        await watch.ResponseStream.MoveNext(Cancel);
        await connection.GetDatabase().SortedSetAddAsync(JournalKeys.Outbox(3), "1:rubbish", 1);
        await connection.GetDatabase().StringSetAsync(JournalKeys.OutboxLast(3), 1);

        var ended = await Assert.ThrowsAsync<RpcException>(() => watch.ResponseStream.ReadAllAsync(Cancel).LastAsync(Cancel).AsTask());
        using var next = host.Client.WatchTickets(new WatchTicketsRequest(), cancellationToken: Cancel);
        await next.ResponseStream.MoveNext(Cancel);
        var ticket = await host.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        var seen = await next.ResponseStream.ReadAllAsync(Cancel).FirstAsync(entry => entry.Ticket.Length > 0, Cancel);

        Assert.Equal(ErrorReason.ResumeTokenExpired.ToWireName(), ended.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
        Assert.Equal(ticket.Name, seen.Ticket);
    }
}
