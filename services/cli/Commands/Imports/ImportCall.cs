using Grpc.Core;
using SlaPlatform.Cli.Importing;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Cli.Commands.Imports;

/// <summary>Sends tickets over one stream and adds up the answers as they come. The platform takes so many at once and lets the rest wait.</summary>
internal static class ImportCall
{
    /// <param name="client">The clock service.</param>
    /// <param name="options">Ends the call.</param>
    /// <param name="tickets">The tickets with the log's names of them.</param>
    /// <param name="tally">Holds what was answered, also when the call ends early.</param>
    /// <param name="step">Called once for each answer.</param>
    public static async Task RunAsync(
        SlaClockService.SlaClockServiceClient client, CallOptions options, IReadOnlyList<(string Name, Func<ImportTicketsRequest> Ticket)> tickets, ImportTally tally, Action step)
    {
        using var call = client.ImportTickets(options);
        var sending = SendAsync(call.RequestStream, tickets);
        try
        {
            var answered = 0;
            await foreach (var answer in call.ResponseStream.ReadAllAsync(options.CancellationToken))
            {
                tally.Take(tickets[answered++].Name, answer);
                step();
            }
        }
        catch (Exception exception) when (exception is RpcException or OperationCanceledException)
        {
            // The stream's own status says what went wrong; the sender only notices that it ended.
            await sending.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw;
        }

        await sending;
    }

    private static async Task SendAsync(IClientStreamWriter<ImportTicketsRequest> stream, IReadOnlyList<(string Name, Func<ImportTicketsRequest> Ticket)> tickets)
    {
        foreach (var (_, ticket) in tickets)
        {
            await stream.WriteAsync(ticket());
        }

        await stream.CompleteAsync();
    }
}
