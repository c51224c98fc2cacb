using Grpc.Core;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.ServiceDefaults;
using Wire = SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Clocks.Services;

/// <summary>A stream of facts: items of one ticket in order, of several tickets at once; each answered by itself.</summary>
internal sealed class FactStream(FactTeller teller, FailureStatuses statuses, IHostApplicationLifetime lifetime)
{
    private const int MostUnanswered = 1000;

    public async Task Serve(IAsyncStreamReader<Wire.RecordFactsRequest> items, IServerStreamWriter<Wire.RecordFactsResponse> answers, ServerCallContext context)
    {
        using var room = new SemaphoreSlim(MostUnanswered, MostUnanswered);
        using var turn = new SemaphoreSlim(1, 1);
        var last = new Dictionary<string, Task>(StringComparer.Ordinal);
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        while (await Next(items, reading.Token))
        {
            var item = items.Current;
            await room.WaitAsync(context.CancellationToken);
            var request = item.Item ?? new Wire.RecordFactRequest();
            var before = last.GetValueOrDefault(request.Ticket, Task.CompletedTask);
            last[request.Ticket] = Answer(before, request);
            if (last.Count > MostUnanswered)
            {
                foreach (var done in last.Where(entry => entry.Value.IsCompletedSuccessfully).Select(entry => entry.Key).ToArray())
                {
                    last.Remove(done);
                }
            }
        }

        await Task.WhenAll(last.Values);
        if (lifetime.ApplicationStopping.IsCancellationRequested && !context.CancellationToken.IsCancellationRequested)
        {
            // What was taken is answered; the caller sends the rest again, under the same request ids, to another silo.
            throw Refusals.NotReady(ResourceNames.Clocks, Upstream.RetryAfter);
        }

        async Task Answer(Task before, Wire.RecordFactRequest request)
        {
            await before;
            var answer = await Tell(request, context);
            await turn.WaitAsync(context.CancellationToken);
            try
            {
                await answers.WriteAsync(answer, context.CancellationToken);
            }
            finally
            {
                turn.Release();
                room.Release();
            }
        }
    }

    private async Task<bool> Next(IAsyncStreamReader<Wire.RecordFactsRequest> items, CancellationToken reading)
    {
        try
        {
            return await items.MoveNext(reading);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<Wire.RecordFactsResponse> Tell(Wire.RecordFactRequest request, ServerCallContext context)
    {
        var answer = new Wire.RecordFactsResponse { RequestId = request.RequestId, Ticket = request.Ticket };
        try
        {
            var (record, repeat) = await teller.Tell(request, context.CancellationToken);
            answer.Status = new Google.Rpc.Status();
            answer.Etag = Etags.Of(record);
            answer.Repeat = repeat;
        }
        catch (Exception failure)
        {
            answer.Status = statuses.Of(failure, context.Method, context.CancellationToken);
        }

        return answer;
    }
}
