using Google.Protobuf;
using Grpc.Core;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Connections;
using SlaPlatform.Cli.Watching;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Cli.Commands.Watching;

/// <summary>Keeps a watch going: from a list, then from token to token, over every interruption that can pass.</summary>
internal sealed class WatchLoop(CommandContext context, WatchFilter filter, IWatchScreen screen, DateTimeZone zone)
{
    private const int MostListed = 1000;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);
    private WatchBoard _board = new(zone);

    /// <param name="start">Where to go on; null starts from a list of what is open.</param>
    /// <param name="ending">Ends the watch, as it is meant to end.</param>
    public async Task RunAsync(ByteString? start, CancellationToken ending)
    {
        _board.ResumeToken = start ?? ByteString.Empty;
        var listed = start is not null;
        var delay = FirstDelay;
        var everReached = false;
        while (!ending.IsCancellationRequested)
        {
            try
            {
                if (!listed)
                {
                    await ListAsync(ending);
                    (listed, everReached) = (true, true);
                }

                using var call = context.Platform.Clocks.WatchTickets(new WatchTicketsRequest { Filter = filter, ResumeToken = _board.ResumeToken }, context.EndlessCall(ending));
                await foreach (var happened in call.ResponseStream.ReadAllAsync(ending))
                {
                    (delay, everReached) = (FirstDelay, true);
                    screen.Show(_board, happened, _board.Take(happened, context.Now));
                }
            }
            catch (Exception exception) when (ending.IsCancellationRequested && exception is OperationCanceledException or RpcException { StatusCode: StatusCode.Cancelled })
            {
                return;
            }
            catch (RpcException exception) when (exception.GetReason() is ErrorReason.ResumeTokenExpired or ErrorReason.InvalidResumeToken && start is null)
            {
                screen.Say("Some events are no longer kept; starting anew from the list of tickets.");
                _board = new WatchBoard(zone);
                listed = false;
                continue;
            }
            catch (RpcException exception) when (everReached && (exception.IsLost() || exception.StatusCode == StatusCode.Aborted))
            {
                screen.Say($"Interrupted ({exception.StatusCode}); going on from the last event.");
            }

            try
            {
                await Task.Delay(delay, context.Host.Clock, ending);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay;
        }
    }

    private async Task ListAsync(CancellationToken ending)
    {
        var tickets = new TicketFilter { Account = filter.Account };
        tickets.Levels.Add(filter.Levels);
        var options = context.Call().WithCancellationToken(ending);
        var page = await context.Platform.Clocks.ListTicketsAsync(new ListTicketsRequest { Filter = tickets, PageSize = MostListed }, options);
        _board.ResumeToken = page.ResumeToken;
        foreach (var ticket in page.Tickets.Where(ticket => filter.Tickets.Count == 0 || filter.Tickets.Contains(ticket.Name)))
        {
            _board.Start(ticket);
        }

        screen.Show(_board, null, null);
        screen.Say("Watching; Ctrl+C ends it.");
    }
}
