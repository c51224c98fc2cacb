using SlaPlatform.Contracts.Clocks.V1;

namespace SlaPlatform.Soak.Load;

/// <summary>One caller: opens tickets, tells them facts, and repeats whatever was not answered.</summary>
/// <param name="clients">Gives a client for each call; another one may serve the repeat.</param>
/// <param name="opening">Gives a request for a new ticket, under a new request id.</param>
/// <param name="ledger">Learns what was acknowledged.</param>
/// <param name="calls">Makes the calls.</param>
/// <param name="dice">Chooses.</param>
/// <param name="clock">Paces.</param>
internal sealed class Writer(
    Func<SlaClockService.SlaClockServiceClient> clients, Func<Random, OpenTicketRequest> opening, Ledger ledger, Insistence calls, Random dice, TimeProvider clock)
{
    private const int TicketsAtOnce = 4;

    private readonly List<Story> stories = [];

    /// <summary>Works until told to stop; a request that is not answered then is still insisted on.</summary>
    /// <param name="pause">Between two requests.</param>
    /// <param name="stop">No new request.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task Run(TimeSpan pause, CancellationToken stop, CancellationToken cancellation)
    {
        while (!stop.IsCancellationRequested)
        {
            stories.RemoveAll(story => story.IsOver);
            await (stories.Count < TicketsAtOnce ? Open(cancellation) : Tell(stories[dice.Next(stories.Count)], cancellation));
            await Task.Delay(pause, clock, cancellation);
        }
    }

    private async Task Open(CancellationToken cancellation)
    {
        var request = opening(dice);
        var ticket = await calls.Call(() => clients().OpenTicketAsync(request, cancellationToken: cancellation), cancellation)
            ?? throw new InvalidOperationException("No ticket could be opened: the request was refused.");
        ledger.Open(ticket.Name["tickets/".Length..]);
        stories.Add(new Story(ticket, dice));
    }

    private async Task Tell(Story story, CancellationToken cancellation)
    {
        var request = story.Next(clock.GetUtcNow());
        if (await calls.Call(() => clients().RecordFactAsync(request, cancellationToken: cancellation), cancellation) is null)
        {
            ledger.Refuse();
        }
        else
        {
            ledger.Tell(story.Ticket["tickets/".Length..], request.RequestId);
        }
    }
}
