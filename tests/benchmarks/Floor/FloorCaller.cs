using SlaPlatform.Benchmarks.Load;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Benchmarks.Floor;

/// <summary>The requests of <see cref="TicketCaller"/> to the floor.</summary>
internal sealed class FloorCaller(SlaClockService.SlaClockServiceClient client)
{
    private int calls;

    public async Task RecordAsync(int caller)
    {
        var call = Interlocked.Increment(ref calls);
        var request = TicketCaller.Request($"tickets/{Guid.NewGuid()}", call);
        var ticket = await client.RecordFactAsync(request);
        if (ticket.Name != request.Ticket)
        {
            throw new InvalidOperationException("The floor answered something else.");
        }
    }
}
