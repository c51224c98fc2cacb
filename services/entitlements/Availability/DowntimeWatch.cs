using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Sql;

namespace SlaPlatform.Entitlements.Availability;

/// <summary>
/// Watches the clock for tickets that tell downtime. It goes on where it was; where it never was, or the clock no longer keeps the events since, it takes every
/// ticket in once. Several instances may watch: taking a ticket in twice changes nothing.
/// </summary>
internal sealed partial class DowntimeWatch(
    IDbContextFactory<EntitlementsDb> stores, SlaClockService.SlaClockServiceClient clocks, DowntimeSync sync, TimeProvider time, ILogger<DowntimeWatch> logger) : BackgroundService
{
    private const string Name = "downtime";
    private const int GravestLevel = 1;
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan KeepEvery = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Starting = TimeSpan.FromMinutes(1);

    private readonly long _began = time.GetTimestamp();
    private string? _told;
    private bool _hasFollowed;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WatchAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Tell(e);
                await Task.Delay(PauseAfterFailure, time, stoppingToken);
            }
        }
    }

    private async Task WatchAsync(CancellationToken cancellation)
    {
        var token = await TokenAsync(cancellation) ?? await TakeAllAsync(cancellation);
        try
        {
            await FollowAsync(token, cancellation);
        }
        catch (RpcException e) when (e.GetReason() is ErrorReason.ResumeTokenExpired or ErrorReason.InvalidResumeToken)
        {
            LogTokenLost();
            await TakeAllAsync(cancellation);
        }
    }

    private async Task FollowAsync(ByteString token, CancellationToken cancellation)
    {
        using var watch = clocks.WatchTickets(new WatchTicketsRequest { ResumeToken = token }, cancellationToken: cancellation);
        var kept = time.GetTimestamp();
        await foreach (var happened in watch.ResponseStream.ReadAllAsync(cancellation))
        {
            (_told, _hasFollowed) = (null, true);
            if (happened.EventCase is TicketEvent.EventOneofCase.Fact or TicketEvent.EventOneofCase.Signal && await ConcernsAsync(happened, cancellation))
            {
                await TakeAsync(TicketName.Parse(happened.Ticket), cancellation);
                await KeepAsync(happened.ResumeToken, cancellation);
                kept = time.GetTimestamp();
            }
            else if (time.GetElapsedTime(kept) >= KeepEvery)
            {
                await KeepAsync(happened.ResumeToken, cancellation);
                kept = time.GetTimestamp();
            }
        }
    }

    // A ticket that cannot be read does not keep the others from being taken in. Its next fact tries again, and so does a start without a token.
    private async Task TakeAsync(TicketName ticket, CancellationToken cancellation)
    {
        try
        {
            await sync.TakeAsync(ticket, cancellation);
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.NotFound or StatusCode.Internal or StatusCode.DataLoss or StatusCode.FailedPrecondition or StatusCode.Unknown)
        {
            LogUnreadable(ticket.Format(), e.StatusCode);
        }
    }

    private async Task<bool> ConcernsAsync(TicketEvent happened, CancellationToken cancellation) =>
        happened.Level == GravestLevel || MayReachBack(happened.Fact) || await sync.KnowsAsync(TicketName.Parse(happened.Ticket).Ticket, cancellation);

    // The level that rules now does not tell of graver time that such a fact puts into the past. An import is told as its opening alone.
    private static bool MayReachBack(Fact? fact) =>
        fact?.Opened?.SignalsFromTime is not null
        || fact?.Body?.FactCase is FactBody.FactOneofCase.SeverityChanged or FactBody.FactOneofCase.PlanChanged or FactBody.FactOneofCase.Reopened or FactBody.FactOneofCase.ExclusionLifted;

    // The token was taken before the first page was read, so that nothing is missed.
    private async Task<ByteString> TakeAllAsync(CancellationToken cancellation)
    {
        var request = new ListTicketsRequest { PageSize = 1000, Filter = new TicketFilter() };
        request.Filter.States.AddRange(Enum.GetValues<TicketState>().Where(state => state != TicketState.Unspecified));
        ByteString? token = null;
        do
        {
            var page = await clocks.ListTicketsAsync(request, cancellationToken: cancellation);
            token ??= page.ResumeToken;
            foreach (var ticket in page.Tickets)
            {
                await TakeAsync(TicketName.Parse(ticket.Name), cancellation);
            }

            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        await KeepAsync(token, cancellation);
        return token;
    }

    private async Task<ByteString?> TokenAsync(CancellationToken cancellation)
    {
        await using var db = await stores.CreateDbContextAsync(cancellation);
        return await db.Watches.FindAsync([Name], cancellation) is { } row ? ByteString.CopyFrom(row.ResumeToken) : null;
    }

    private async Task KeepAsync(ByteString token, CancellationToken cancellation)
    {
        await using var db = await stores.CreateDbContextAsync(cancellation);
        var row = await db.Watches.FindAsync([Name], cancellation);
        if (row is null)
        {
            db.Watches.Add(new WatchRow { Name = Name, ResumeToken = token.ToByteArray(), UpdateTime = time.GetStoredInstant() });
        }
        else
        {
            (row.ResumeToken, row.UpdateTime) = (token.ToByteArray(), time.GetStoredInstant());
        }

        await db.SaveChangesAsync(cancellation);
    }

    // What fails again and again for one reason is told once.
    private void Tell(Exception failure)
    {
        var reason = failure is RpcException call ? $"{call.StatusCode}" : failure.GetType().Name;
        // The clock starts after this service.
        var isStarting = !_hasFollowed && failure is RpcException { StatusCode: StatusCode.Unavailable } && time.GetElapsedTime(_began) < Starting;
        if (_told != reason && !isStarting)
        {
            _told = reason;
            LogFailed(reason);
        }
    }

    [LoggerMessage(2401, LogLevel.Warning, "Downtime of tickets is not taken in for now ({Reason}); it is made up for")]
    private partial void LogFailed(string reason);

    [LoggerMessage(2403, LogLevel.Error, "The downtime of {Ticket} is not taken in: the clock could not read it ({Status}). Its next fact tries again")]
    private partial void LogUnreadable(string ticket, StatusCode status);

    [LoggerMessage(2402, LogLevel.Information, "The clock no longer keeps the events since the last one taken in; every ticket is taken in once")]
    private partial void LogTokenLost();
}
