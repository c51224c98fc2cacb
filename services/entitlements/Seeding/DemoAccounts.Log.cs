namespace SlaPlatform.Entitlements.Seeding;

internal sealed partial class DemoAccounts
{
    [LoggerMessage(2901, LogLevel.Information, "{Count} demonstration accounts are created")]
    private partial void LogSeeded(int count);

    [LoggerMessage(2902, LogLevel.Information, "The database holds other accounts; no demonstration accounts are created")]
    private partial void LogOccupied();

    [LoggerMessage(2903, LogLevel.Information, "Demonstration accounts wait for another service or the store: {Reason}")]
    private partial void LogWaiting(string reason);
}
