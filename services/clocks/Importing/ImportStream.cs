using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using SlaPlatform.Clocks.Services;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.ServiceDefaults;
using Wire = SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Clocks.Importing;

/// <summary>
/// A stream of tickets of the past: many at once, those of one id one after another, each answered by itself and in order. What is under way is bounded in
/// number and in bytes; a caller that sends more waits.
/// </summary>
internal sealed class ImportStream(TicketImporter importer, FailureStatuses statuses, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    // A share of the room is a ticket, or this much of a large one: at most 256 tickets and 32 MiB.
    private const int Shares = 256;
    private const int BytesOfShare = 128 * 1024;

    public async Task Serve(
        IAsyncStreamReader<Wire.ImportTicketsRequest> items, IServerStreamWriter<Wire.ImportTicketsResponse> answers, ServerCallContext context)
    {
        using var drain = new StreamDrain(lifetime, clock, context.CancellationToken);
        try
        {
            await Serve(items, answers, context.Method, drain);
        }
        catch (OperationCanceledException) when (drain.IsCutShort)
        {
            // The answers were not read.
        }

        if (drain.IsCutShort)
        {
            throw Refusals.NotReady(ResourceNames.Clocks, Upstream.RetryAfter);
        }
    }

    private async Task Serve(IAsyncStreamReader<Wire.ImportTicketsRequest> items, IServerStreamWriter<Wire.ImportTicketsResponse> answers, string method, StreamDrain drain)
    {
        using var room = new StreamRoom(Shares, BytesOfShare);
        var cancellation = drain.Ending;
        var entitlements = importer.Begin();
        var last = new ConcurrentDictionary<string, Task>(StringComparer.Ordinal);
        var started = Channel.CreateUnbounded<(Task<Wire.ImportTicketsResponse> Answer, string Ticket, int Shares)>(new() { SingleReader = true, SingleWriter = true });
        var answering = Answer();
        try
        {
            while (await Next(items, drain))
            {
                var item = items.Current;
                var shares = await room.Take(item, cancellation);
                var ticket = item.Open?.TicketId is { Length: > 0 } id ? id : item.Open?.RequestId ?? "";
                var before = last.GetValueOrDefault(ticket, Task.CompletedTask);
                var answer = Task.Run(async () =>
                {
                    await before;
                    return await Import(item);
                });
                last[ticket] = answer;
                await started.Writer.WriteAsync((answer, ticket, shares), cancellation);
            }
        }
        finally
        {
            started.Writer.Complete();
            try
            {
                await answering;
            }
            finally
            {
                // Nothing outlives the call, also when its caller went away.
                await Task.WhenAll(last.Values);
            }
        }

        async Task Answer()
        {
            try
            {
                await foreach (var (answer, ticket, shares) in started.Reader.ReadAllAsync(cancellation))
                {
                    await answers.WriteAsync(await answer, cancellation);
                    last.TryRemove(new KeyValuePair<string, Task>(ticket, answer));
                    room.Release(shares);
                }
            }
            catch
            {
                await drain.EndAsync();
                throw;
            }
        }

        async Task<Wire.ImportTicketsResponse> Import(Wire.ImportTicketsRequest item)
        {
            var answer = new Wire.ImportTicketsResponse { RequestId = ItemNames.RequestId(item.Open?.RequestId ?? "") };
            try
            {
                var (name, repeat) = await importer.Import(item, entitlements, cancellation);
                (answer.Status, answer.Ticket, answer.Repeat) = (new Google.Rpc.Status(), name.Format(), repeat);
            }
            catch (Exception failure)
            {
                answer.Status = statuses.Of(failure, method, cancellation);
            }

            return answer;
        }
    }

    private static async Task<bool> Next(IAsyncStreamReader<Wire.ImportTicketsRequest> items, StreamDrain drain)
    {
        try
        {
            return await items.MoveNext(drain.Reading);
        }
        catch (OperationCanceledException) when (drain.IsCutShort)
        {
            return false;
        }
    }
}
