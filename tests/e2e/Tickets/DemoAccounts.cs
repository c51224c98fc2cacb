using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.EndToEnd.Tickets;

/// <summary>Demonstration accounts are made in the background after a first start.</summary>
internal static class DemoAccounts
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(250);
    private static readonly int Tries = 120;

    /// <summary>Opens a ticket of level 1 on the demonstration policy as soon as its account is there.</summary>
    public static async Task<Ticket> OpenAsync(SlaClockService.SlaClockServiceClient clocks, CancellationToken cancellation)
    {
        var request = Opening.On("demo/seconds", 1);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await clocks.OpenTicketAsync(request, cancellationToken: cancellation);
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.NotFound or StatusCode.Unavailable && attempt < Tries)
            {
                await Task.Delay(RetryAfter, TimeProvider.System, cancellation);
            }
        }
    }
}
