namespace SlaPlatform.Entitlements.Contacts;

internal sealed partial class ContactOperations
{
    [LoggerMessage(2101, LogLevel.Information, "Contact {Contact} is added to account {Account}")]
    private partial void LogAdded(string contact, string account);

    [LoggerMessage(2102, LogLevel.Information, "Contact {Contact} of account {Account} is removed")]
    private partial void LogRemoved(string contact, string account);
}
