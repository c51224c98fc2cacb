using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SlaPlatform.Sql.Mutations;

/// <summary>Deletes request ids that no longer count, now and then, so that no mutation has to.</summary>
internal sealed partial class RequestSweep<TStore>(IDbContextFactory<TStore> stores, TimeProvider time, ILogger<RequestSweep<TStore>> logger) : BackgroundService
    where TStore : StoreContext
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                NotSwept(e.Message);
            }
        }
    }

    /// <summary>Deletes what no longer counts.</summary>
    internal async Task<int> SweepAsync(CancellationToken cancellation)
    {
        await using var store = await stores.CreateDbContextAsync(cancellation);
        var expired = time.GetStoredInstant() - RequestRow.RepeatWindow;
        return await store.Requests.Where(row => row.RecordTime < expired).ExecuteDeleteAsync(cancellation);
    }

    [LoggerMessage(9101, LogLevel.Warning, "Request ids that no longer count are not deleted yet: {Reason}")]
    private partial void NotSwept(string reason);
}
