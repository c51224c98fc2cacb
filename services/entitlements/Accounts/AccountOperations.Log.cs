namespace SlaPlatform.Entitlements.Accounts;

internal sealed partial class AccountOperations
{
    [LoggerMessage(2001, LogLevel.Information, "Account {Account} is created")]
    private partial void LogCreated(string account);

    [LoggerMessage(2002, LogLevel.Information, "Account {Account} is suspended by {Actor}")]
    private partial void LogSuspended(string account, string actor);

    [LoggerMessage(2003, LogLevel.Information, "Account {Account} is reinstated by {Actor}")]
    private partial void LogReinstated(string account, string actor);
}
