namespace SlaPlatform.Entitlements.Subscriptions;

internal sealed partial class SubscriptionOperations
{
    [LoggerMessage(2201, LogLevel.Information, "Subscription {Subscription} of account {Account} to {Policy}/{Plan} is created")]
    private partial void LogCreated(string subscription, string account, string policy, string plan);
}
