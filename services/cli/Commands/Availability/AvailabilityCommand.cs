using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Availability.V1;

namespace SlaPlatform.Cli.Commands.Availability;

/// <summary><c>sla availability</c>: months against the guarantee, maintenance, downtime and credits.</summary>
internal static class AvailabilityCommand
{
    public static Command Create(CliHost host) => new("availability", "Months against the guarantee, maintenance, downtime and credits.")
    {
        Show(host),
        Claim(host),
        MaintenanceCommands.Create(host),
        DowntimeCommands.Create(host),
        Operate(host),
    };

    private static Command Show(CliHost host)
    {
        var (account, instance, month) = (Account(), Instance(), Month());
        var command = new Command("show", "Show a month's figure with every interval counted.") { account, month, instance };
        return command.Runs(host, async context =>
        {
            var answer = await context.Platform.Availability.GetAvailabilityAsync(
                new GetAvailabilityRequest
                {
                    Account = ShortNames.Account("account", context.Required(account)),
                    Instance = context.Value(instance) ?? "",
                    Month = MonthText.Parse("--month", context.Required(month)),
                },
                context.Call());
            context.Show(answer, () => AvailabilityView.Of(answer, context.Zone ?? DateTimeZone.Utc, context.Now));
        });
    }

    private static Command Claim(CliHost host)
    {
        var (account, instance, month) = (Account(), Instance(), Month());
        var fee = new Option<string>("--fee") { Description = "The month's licence fee.", HelpName = "\"1200.50 EUR\"", Required = true };
        var command = new Command("claim", "Claim the credit of a month below the guarantee, once.") { account, month, instance, fee, GlobalOptions.RequestId };
        return command.Runs(host, async context =>
        {
            var answer = await context.Platform.Availability.ClaimCreditAsync(
                new ClaimCreditRequest
                {
                    Account = ShortNames.Account("account", context.Required(account)),
                    Instance = context.Value(instance) ?? "",
                    Month = MonthText.Parse("--month", context.Required(month)),
                    MonthlyFee = MoneyText.Parse("--fee", context.Required(fee)),
                    RequestId = context.RequestId(),
                },
                context.Call());
            context.Show(answer, () => AvailabilityView.Of(answer));
        });
    }

    private static Command Operate(CliHost host)
    {
        var (account, instance) = (Account(), Instance());
        var by = new Option<string>("--by") { Description = "account or subcontractor.", HelpName = "operator", Required = true };
        var command = new Command("operator", "Say who runs an instance.") { account, instance, by, GlobalOptions.RequestId };
        return command.Runs(host, async context =>
        {
            var answer = await context.Platform.Availability.SetInstanceAsync(
                new SetInstanceRequest
                {
                    Parent = ShortNames.Account("account", context.Required(account)),
                    Instance = new Instance { Label = context.Value(instance) ?? "", Operator = EnumWords.Parse<InstanceOperator>("--by", context.Required(by)) },
                    RequestId = context.RequestId(),
                },
                context.Call());
            context.Show(answer, () => AvailabilityView.Of(answer));
        });
    }

    public static Argument<string> Account() => new("account") { Description = "The account, such as acme." };

    public static Option<string?> Instance() => new("--instance") { Description = "Which instance: what tickets give as their product. Default: the account's only one.", HelpName = "text" };

    private static Option<string> Month() => new("--month") { Description = "The month, such as 2026-05.", HelpName = "month", Required = true };
}
