using System.CommandLine;
using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Commands.Subscriptions;

/// <summary><c>sla subscription</c>: plans bought for a term.</summary>
internal static class SubscriptionCommand
{
    public static Command Create(CliHost host) => new("subscription", "Create, list and cancel the subscriptions of an account.")
    {
        CreateSubscriptionCommand.Create(host),
        ListSubscriptionsCommand.Create(host),
        CancelSubscriptionCommand.Create(host),
    };
}
