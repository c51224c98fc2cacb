using Microsoft.Extensions.Options;
using SlaPlatform.Clocks.Grains;
using SlaPlatform.Clocks.Hosting;

namespace SlaPlatform.Clocks.Services;

/// <summary>
/// Calls of tickets wherever they are. While a silo is being replaced, calls of its tickets fail at once; they are made again until the ticket is alive elsewhere.
/// That is safe: a ticket serves a request once, however often it comes.
/// </summary>
internal sealed class TicketCalls(IGrainFactory grains, IOptions<MembershipOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>Asks a ticket.</summary>
    /// <param name="ticket">The ticket's id.</param>
    /// <param name="call">The question.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="OrleansException">The ticket was not alive anywhere within <see cref="MembershipOptions.Patience"/>.</exception>
    public async Task<T> Ask<T>(string ticket, Func<ITicketGrain, Task<T>> call, CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        for (var wait = ShortestWait; ; wait = wait * 2 < LongestWait ? wait * 2 : LongestWait)
        {
            try
            {
                return await call(grains.GetGrain<ITicketGrain>(ticket)).WaitAsync(cancellation);
            }
            catch (OrleansException) when (clock.GetElapsedTime(began) + wait < options.Value.Patience)
            {
                await Task.Delay(wait, clock, cancellation);
            }
        }
    }
}
