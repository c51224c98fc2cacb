using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Watching;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Fixtures;

namespace SlaPlatform.Integration.Tests.Clocks.Watches;

public sealed class SlowWatcherTests
{
    private const string Ticket = "flood";
    private const int Each = 400;
    private const int Rounds = 30;
    private const int MostWaiting = 1000;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task WatchTickets_AClientThatDoesNotRead_IsBoundedToldToResumeAndLosesNothing()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel, settings: [("Watching:MostWaiting", $"{MostWaiting}")], sockets: true);
        var request = new WatchTicketsRequest { Filter = new WatchFilter { Tickets = { $"tickets/{Ticket}" } } };
        using var stalled = host.Client.WatchTickets(request, cancellationToken: Cancel);
        await stalled.ResponseStream.MoveNext(Cancel);

        var most = await Flood(host);
        var seen = new List<long>();
        var refused = (await Read(stalled, seen, all: false))!;
        var first = seen.Count;
        request.ResumeToken = ByteString.FromBase64(refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Metadata["resume_token"]);
        for (var all = false; !all;)
        {
            using var resumed = host.Client.WatchTickets(request, cancellationToken: Cancel);
            all = await Read(resumed, seen, all: true) is null;
        }

        Assert.Equal((StatusCode.Aborted, ErrorReason.WatcherTooSlow.ToWireName()), (refused.StatusCode, refused.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason));
        Assert.InRange(first, 1, (Each * Rounds) - 1);
        Assert.InRange(most, 1, MostWaiting);
        Assert.Equal(Enumerable.Range(1, Each * Rounds).Select(number => (long)number), seen);
    }

    [Fact(Timeout = 60_000)]
    public async Task WatchTickets_AClientThatNeverReadsAgain_LosesItsPlace()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel, settings: [("Watching:MostWatches", "1"), ("Watching:StalledAfter", "00:00:01")], sockets: true);
        using var stalled = host.Client.WatchTickets(new WatchTicketsRequest(), cancellationToken: Cancel);
        await stalled.ResponseStream.MoveNext(Cancel);
        using var second = host.Client.WatchTickets(new WatchTicketsRequest(), cancellationToken: Cancel);
        var refused = await Assert.ThrowsAsync<RpcException>(() => second.ResponseStream.MoveNext(Cancel));

        for (var round = 0; round < Rounds; round++)
        {
            await Noise.MakeAsync(host.Services, [.. Enumerable.Range((round * Each) + 1, Each).Select(number => Noise.Moved(Ticket, number))]);
        }

        while (await IsRefused(host))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancel);
        }

        Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
    }

    private static async Task<bool> IsRefused(ClockHost host)
    {
        using var watch = host.Client.WatchTickets(new WatchTicketsRequest(), cancellationToken: Cancel);
        try
        {
            return !await watch.ResponseStream.MoveNext(Cancel);
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.ResourceExhausted)
        {
            return true;
        }
    }

    /// <summary>Makes all events, and gives the most that waited in the server meanwhile.</summary>
    private static async Task<long> Flood(ClockHost host)
    {
        var feed = host.Services.GetRequiredService<EventFeed>();
        var shard = Shards.Of(Ticket);
        var most = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            await Noise.MakeAsync(host.Services, [.. Enumerable.Range((round * Each) + 1, Each).Select(number => Noise.Moved(Ticket, number))]);
            var probe = new Watcher(_ => false, [.. Enumerable.Repeat(0L, Shards.Count)], 1);
            while (feed.Join(probe)[shard] < (round + 1) * Each)
            {
                most = Math.Max(most, feed.Waiting);
                await Task.Yield();
            }

            feed.Leave(probe);
        }

        return most;
    }

    private static async Task<RpcException?> Read(AsyncServerStreamingCall<TicketEvent> watch, List<long> seen, bool all)
    {
        try
        {
            await foreach (var entry in watch.ResponseStream.ReadAllAsync(Cancel).Where(entry => entry.DueChanged is not null))
            {
                seen.Add(entry.DueChanged.OccurrenceFact);
                if (all && seen.Count == Each * Rounds)
                {
                    return null;
                }
            }

            throw new InvalidOperationException("A watch does not end by itself.");
        }
        catch (RpcException e)
        {
            return e;
        }
    }
}
