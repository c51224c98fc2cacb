namespace SlaPlatform.Catalog.Revisions;

/// <summary>Reads the store every second, so that what other instances have published is known before it is asked for.</summary>
internal sealed partial class RevisionReading(RevisionStore revisions, TimeProvider time, ILogger<RevisionReading> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(PublicationNotice.ReadEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await revisions.RefreshAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogNotRead(e.Message);
            }
        }
    }

    [LoggerMessage(2004, LogLevel.Warning, "The revisions are not read anew: {Reason}")]
    private partial void LogNotRead(string reason);
}
