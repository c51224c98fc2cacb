using Google.Protobuf;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.ServiceDefaults;
using StackExchange.Redis;

namespace SlaPlatform.Benchmarks.Floor;

/// <summary>Takes the same request, appends its bytes to a list in Redis, and answers with the ticket's name once that is acknowledged.</summary>
internal sealed class FloorEndpoint([FromKeyedServices(ResourceNames.Redis)] IConnectionMultiplexer redis) : SlaClockService.SlaClockServiceBase
{
    public override async Task<Ticket> RecordFact(RecordFactRequest request, ServerCallContext context)
    {
        await redis.GetDatabase().ListRightPushAsync($"floor:{request.Ticket}", request.ToByteArray());
        return new Ticket { Name = request.Ticket };
    }

    /// <summary>A bare echo: what a stream costs without any work.</summary>
    public override async Task RecordFacts(
        IAsyncStreamReader<RecordFactsRequest> requestStream, IServerStreamWriter<RecordFactsResponse> responseStream, ServerCallContext context)
    {
        await foreach (var item in requestStream.ReadAllAsync(context.CancellationToken))
        {
            await responseStream.WriteAsync(new RecordFactsResponse { RequestId = item.Item.RequestId, Ticket = item.Item.Ticket, Status = new Google.Rpc.Status() }, context.CancellationToken);
        }
    }
}
