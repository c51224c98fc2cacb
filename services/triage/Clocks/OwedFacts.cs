using Microsoft.EntityFrameworkCore;
using SlaPlatform.Triage.Store;

namespace SlaPlatform.Triage.Clocks;

/// <summary>Tells clocks what they are owed still: what a crash, a lost answer or a clock that was away has left.</summary>
internal sealed partial class OwedFacts(IDbContextFactory<TriageDb> stores, FactDelivery delivery, TimeProvider time, ILogger<OwedFacts> logger) : BackgroundService
{
    private const int TicketsOfARead = 500;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try
            {
                await DeliverAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotDelivered(e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Goes once through all tickets whose clocks are owed something; ends early when the clock service is away.</summary>
    internal async Task DeliverAsync(CancellationToken cancellation)
    {
        await using var db = await stores.CreateDbContextAsync(cancellation);
        for (var after = ""; ;)
        {
            var from = after;
            var tickets = await db.ClockFacts.AsNoTracking()
                .Where(row => row.State == ClockFactState.Pending && string.Compare(row.TicketId, from) > 0)
                .Select(row => row.TicketId).Distinct().OrderBy(id => id).Take(TicketsOfARead).ToListAsync(cancellation);
            foreach (var ticket in tickets)
            {
                if ((await delivery.DeliverAsync(ticket, cancellation)).IsClockAway)
                {
                    return;
                }
            }

            if (tickets.Count < TicketsOfARead)
            {
                return;
            }

            after = tickets[^1];
        }
    }

    [LoggerMessage(3103, LogLevel.Warning, "Facts are not told to clocks yet: {Reason}")]
    private partial void LogNotDelivered(string reason);
}
