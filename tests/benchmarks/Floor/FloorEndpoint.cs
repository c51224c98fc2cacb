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
}
