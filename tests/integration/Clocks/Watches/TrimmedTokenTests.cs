using Google.Rpc;
using Grpc.Core;
using NodaTime;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Integration.Tests.Clocks.Watches;

public sealed class TrimmedTokenTests(ClockFixture clock) : IClassFixture<ClockFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WatchTickets_TokenOlderThanTheEventsKept_SaysWhatToDoAndThatWorks()
    {
        var token = (await clock.Client.ListTicketsAsync(new ListTicketsRequest(), cancellationToken: Cancel)).ResumeToken;
        var now = SystemTime();
        await Noise.MakeAsync(clock.Services, [Noise.Moved("trimmed", 1)], now);
        await Noise.MakeAsync(clock.Services, [Noise.Moved("trimmed", 2)], now + Duration.FromDays(8));
        using var late = clock.Client.WatchTickets(new WatchTicketsRequest { ResumeToken = token }, cancellationToken: Cancel);

        var refused = await Assert.ThrowsAsync<RpcException>(() => late.ResponseStream.ReadAllAsync(Cancel).LastAsync(Cancel).AsTask());
        var anew = (await clock.Client.ListTicketsAsync(new ListTicketsRequest(), cancellationToken: Cancel)).ResumeToken;
        using var watch = clock.Client.WatchTickets(new WatchTicketsRequest { ResumeToken = anew }, cancellationToken: Cancel);
        await Noise.MakeAsync(clock.Services, [Noise.Moved("trimmed", 3)], now + Duration.FromDays(8));
        var next = await watch.ResponseStream.ReadAllAsync(Cancel).FirstAsync(entry => entry.Ticket == "tickets/trimmed", Cancel);

        var violation = Assert.Single(refused.GetRpcStatus()!.GetDetail<PreconditionFailure>()!.Violations);
        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        Assert.Equal((ErrorReason.ResumeTokenExpired.ToWireName(), "resume_token"), (violation.Type, violation.Subject));
        Assert.Contains("list the tickets, then watch from the token that the list gives", violation.Description, StringComparison.Ordinal);
        Assert.Equal(3, next.DueChanged.OccurrenceFact);
    }

    private static Instant SystemTime() => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
}
