using Google.Protobuf;
using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class WatchTests(ClockFixture clock) : IClassFixture<ClockFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WatchTickets_FromAListsToken_MissesNothingAndKeepsTheOrder()
    {
        var token = (await clock.Client.ListTicketsAsync(new ListTicketsRequest(), cancellationToken: Cancel)).ResumeToken;
        var ticket = await clock.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        await clock.Client.RecordFactAsync(ClockFixture.Telling(ticket.Name, new FactBody { AgentResponded = new AgentResponded() }), cancellationToken: Cancel);
        using var watch = Watch(token, ticket.Name);

        var events = await watch.ResponseStream.ReadAllAsync(Cancel).Where(entry => entry.Ticket.Length > 0).Take(6).ToListAsync(Cancel);

        Assert.Equal(1, events[0].Fact.Sequence);
        Assert.Equal("accounts/xtm.gold", events[0].Account);
        Assert.Contains(events, entry => entry.DueChanged is { MilestoneKind: MilestoneKind.Resolution, DueTime: not null });
        Assert.Contains(events, entry => entry.Fact is { Sequence: 2 });
        Assert.Contains(events, entry => entry.Signal?.Detail.Kind == SignalKind.Met);
    }

    [Fact]
    public async Task WatchTickets_ResumedAfterAnEvent_GoesOnWithTheNext()
    {
        var token = (await clock.Client.ListTicketsAsync(new ListTicketsRequest(), cancellationToken: Cancel)).ResumeToken;
        var ticket = await clock.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        using var first = Watch(token, ticket.Name);
        var seen = await first.ResponseStream.ReadAllAsync(Cancel).Where(entry => entry.Ticket.Length > 0).Take(2).ToListAsync(Cancel);
        using var second = Watch(seen[0].ResumeToken, ticket.Name);

        var next = await second.ResponseStream.ReadAllAsync(Cancel).Where(entry => entry.Ticket.Length > 0).FirstAsync(Cancel);

        next.ResumeToken = ByteString.Empty;
        seen[1].ResumeToken = ByteString.Empty;
        Assert.Equal(seen[1], next);
    }

    [Fact]
    public async Task WatchTickets_NothingHappens_SendsHeartbeatsWithATokenAtOnce()
    {
        using var watch = Watch(ByteString.Empty, "tickets/silent");

        var heartbeats = await watch.ResponseStream.ReadAllAsync(Cancel).Take(2).ToListAsync(Cancel);

        Assert.All(heartbeats, entry => Assert.NotNull(entry.Heartbeat));
        Assert.All(heartbeats, entry => Assert.NotEmpty(entry.ResumeToken));
    }

    [Theory]
    [InlineData("rubbish", StatusCode.InvalidArgument, ErrorReason.InvalidResumeToken)]
    [InlineData("flushed", StatusCode.FailedPrecondition, ErrorReason.ResumeTokenExpired)]
    public async Task WatchTickets_TokenOfNoOrAnotherStore_IsRefused(string kind, StatusCode code, ErrorReason reason)
    {
        var stranger = new SlaPlatform.Clocks.Watching.ResumeToken(Guid.NewGuid(), [.. Enumerable.Repeat(0L, 64)]);
        using var watch = Watch(kind == "rubbish" ? ByteString.CopyFromUtf8(kind) : ByteString.CopyFrom(stranger.ToBytes()), "tickets/any");

        var failure = await Assert.ThrowsAsync<RpcException>(() => watch.ResponseStream.MoveNext(Cancel));

        Assert.Equal(code, failure.StatusCode);
        Assert.Equal(reason.ToWireName(), failure.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
    }

    private AsyncServerStreamingCall<TicketEvent> Watch(ByteString token, string ticket) =>
        clock.Client.WatchTickets(new WatchTicketsRequest { ResumeToken = token, Filter = new WatchFilter { Tickets = { ticket } } }, cancellationToken: Cancel);
}
