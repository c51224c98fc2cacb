using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Tickets opened under an id that the caller gives.</summary>
public sealed class GivenIdTests(ClockFixture clock) : IClassFixture<ClockFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenTicket_SameRequestTwice_GivesTheTicketAsARepeat()
    {
        var request = Opening();
        var opened = await clock.Client.OpenTicketAsync(request, cancellationToken: Cancel);
        using var again = clock.Client.OpenTicketAsync(request, cancellationToken: Cancel);

        Assert.Equal((opened.Name, "1"), ((await again).Name, (await again).Etag));
        Assert.Equal("true", again.GetTrailers().GetValue(ErrorReasonNames.RepeatTrailer));
    }

    [Fact]
    public async Task OpenTicket_TheIdIsAnotherTickets_AlreadyExists()
    {
        var first = Opening();
        await clock.Client.OpenTicketAsync(first, cancellationToken: Cancel);
        var second = first.Clone();
        (second.RequestId, second.Reference) = (Guid.NewGuid().ToString(), "another");

        var refused = await RefusedCall.OfAsync(clock.Client.OpenTicketAsync(second, cancellationToken: Cancel));

        Assert.Equal((StatusCode.AlreadyExists, ErrorReason.TicketExists), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task OpenTicket_SameRequestAtTheSameTime_OpensOneTicket()
    {
        var request = Opening();
        var calls = Enumerable.Range(0, 16).Select(_ => clock.Client.OpenTicketAsync(request, cancellationToken: Cancel)).ToList();

        var tickets = await Task.WhenAll(calls.Select(call => call.ResponseAsync));

        Assert.All(tickets, ticket => Assert.Equal(($"tickets/{request.TicketId}", "1"), (ticket.Name, ticket.Etag)));
        _ = Assert.Single(calls, call => call.GetTrailers().GetValue(ErrorReasonNames.RepeatTrailer) is null);
    }

    [Fact]
    public async Task OpenTicket_OtherRequestsForTheIdAtTheSameTime_OpensOneAndRefusesTheOthers()
    {
        var id = Opening().TicketId;
        var calls = Enumerable.Range(0, 16).Select(i =>
        {
            var request = Opening();
            (request.TicketId, request.Reference) = (id, $"caller {i}");
            return clock.Client.OpenTicketAsync(request, cancellationToken: Cancel).ResponseAsync;
        }).ToList();

        await Task.WhenAll(calls.Select(call => call.ContinueWith(_ => { }, TaskScheduler.Default)));

        _ = Assert.Single(calls, call => call.IsCompletedSuccessfully);
        Assert.All(calls.Where(call => call.IsFaulted), call => Assert.Equal(StatusCode.AlreadyExists, ((RpcException)call.Exception!.InnerException!).StatusCode));
    }

    private static OpenTicketRequest Opening()
    {
        var request = ClockFixture.Opening();
        request.TicketId = $"given-{Guid.NewGuid():N}";
        return request;
    }
}
