using System.Runtime.CompilerServices;
using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Watches as the contract tells clients to: after UNAVAILABLE it goes on from the last token.</summary>
internal static class ResumingWatch
{
    public static async IAsyncEnumerable<TicketEvent> WatchResumingAsync(
        this SlaClockService.SlaClockServiceClient client, WatchTicketsRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            using var call = client.WatchTickets(request, cancellationToken: cancellation);
            while (await MoveNextAsync(call.ResponseStream, cancellation))
            {
                request = request.Clone();
                request.ResumeToken = call.ResponseStream.Current.ResumeToken;
                yield return call.ResponseStream.Current;
            }

            cancellation.ThrowIfCancellationRequested();
        }
    }

    private static async Task<bool> MoveNextAsync(IAsyncStreamReader<TicketEvent> stream, CancellationToken cancellation)
    {
        try
        {
            return await stream.MoveNext(cancellation);
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
        {
            return false;
        }
    }
}
