using Grpc.Core;
using SlaPlatform.Cli.Importing;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Cli.Commands.Imports;

/// <summary>One stream of tickets. The platform takes so many at once and lets the rest wait; once it answers that one is not available now, no more are sent.</summary>
internal static class ImportCall
{
    /// <param name="client">The clock service.</param>
    /// <param name="options">Ends the call.</param>
    /// <param name="left">The tickets to send. Those not dealt with are in it again afterwards: those not answered first, those not available now last.</param>
    /// <param name="taken">Called for each ticket that was dealt with, with what became of it.</param>
    /// <returns>How the stream and the service did.</returns>
    public static async Task<ImportRound> RunAsync(
        SlaClockService.SlaClockServiceClient client, CallOptions options, LinkedList<PastTicket> left, Action<PastTicket, ImportTicketsResponse> taken)
    {
        using var call = client.ImportTickets(options);
        var sent = new Queue<PastTicket>();
        var away = new List<PastTicket>();
        var answered = 0;
        var isEnding = false;
        RpcException? end = null;
        var sending = SendAsync();
        try
        {
            await foreach (var answer in call.ResponseStream.ReadAllAsync(options.CancellationToken))
            {
                var ticket = Oldest();
                if ((StatusCode)answer.Status.Code == StatusCode.Unavailable)
                {
                    ticket.Tries.Add(answer);
                    away.Add(ticket);
                    Volatile.Write(ref isEnding, true);
                }
                else
                {
                    answered++;
                    taken(ticket, answer);
                }
            }
        }
        catch (RpcException exception)
        {
            end = exception;
        }
        finally
        {
            // The stream's own status says what went wrong; the sender only notices that it ended.
            await sending.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            foreach (var ticket in sent.Reverse())
            {
                left.AddFirst(ticket);
            }

            away.ForEach(ticket => left.AddLast(ticket));
        }

        return new ImportRound(answered, end, away.Count == 0 ? null : away[^1].Tries[^1].Status);

        PastTicket Oldest()
        {
            lock (sent)
            {
                return sent.Dequeue();
            }
        }

        async Task SendAsync()
        {
            while (left.First is { Value: var ticket } && !Volatile.Read(ref isEnding))
            {
                lock (sent)
                {
                    sent.Enqueue(ticket);
                }

                left.RemoveFirst();
                await call.RequestStream.WriteAsync(ticket.Request());
            }

            await call.RequestStream.CompleteAsync();
        }
    }
}
