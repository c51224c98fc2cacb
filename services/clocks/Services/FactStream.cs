using System.Collections.Concurrent;
using Grpc.Core;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.ServiceDefaults;
using Wire = SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Clocks.Services;

/// <summary>
/// A stream of facts: items of one ticket in order, of several tickets at once; each answered by itself. What is under way is bounded in number and in bytes;
/// a caller that sends more waits.
/// </summary>
internal sealed class FactStream(FactTeller teller, FailureStatuses statuses, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    // At most 1000 items and 32 MB.
    private const int Shares = 1000;
    private const int BytesOfShare = 32 * 1024;

    public async Task Serve(IAsyncStreamReader<Wire.RecordFactsRequest> items, IServerStreamWriter<Wire.RecordFactsResponse> answers, ServerCallContext context)
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

    private async Task Serve(IAsyncStreamReader<Wire.RecordFactsRequest> items, IServerStreamWriter<Wire.RecordFactsResponse> answers, string method, StreamDrain drain)
    {
        using var room = new StreamRoom(Shares, BytesOfShare);
        using var turn = new SemaphoreSlim(1, 1);
        var cancellation = drain.Ending;
        var last = new ConcurrentDictionary<string, Task>(StringComparer.Ordinal);
        try
        {
            while (await Next(items, drain))
            {
                var item = items.Current;
                var shares = await room.Take(item, cancellation);
                var request = item.Item ?? new Wire.RecordFactRequest();
                var answer = Answer(last.GetValueOrDefault(request.Ticket, Task.CompletedTask), request, shares);
                last[request.Ticket] = answer;
                _ = answer.ContinueWith(
                    done => last.TryRemove(new KeyValuePair<string, Task>(request.Ticket, done)),
                    CancellationToken.None,
                    TaskContinuationOptions.OnlyOnRanToCompletion | TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default);
            }
        }
        finally
        {
            // Nothing outlives the call, also when its caller went away.
            await Task.WhenAll(last.Values);
        }

        async Task Answer(Task before, Wire.RecordFactRequest request, int shares)
        {
            await before;
            var answer = await Tell(request, method, cancellation);
            try
            {
                await turn.WaitAsync(cancellation);
                try
                {
                    await answers.WriteAsync(answer, cancellation);
                }
                finally
                {
                    turn.Release();
                }
            }
            catch
            {
                await drain.EndAsync();
                throw;
            }

            room.Release(shares);
        }
    }

    private static async Task<bool> Next(IAsyncStreamReader<Wire.RecordFactsRequest> items, StreamDrain drain)
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

    private async Task<Wire.RecordFactsResponse> Tell(Wire.RecordFactRequest request, string method, CancellationToken cancellation)
    {
        var answer = new Wire.RecordFactsResponse { RequestId = ItemNames.RequestId(request.RequestId), Ticket = ItemNames.Ticket(request.Ticket) };
        try
        {
            var (record, repeat) = await teller.Tell(request, cancellation);
            answer.Status = new Google.Rpc.Status();
            answer.Etag = Etags.Of(record);
            answer.Repeat = repeat;
        }
        catch (Exception failure)
        {
            answer.Status = statuses.Of(failure, method, cancellation);
        }

        return answer;
    }
}
