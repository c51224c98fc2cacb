using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Commands.Allowances;

/// <summary><c>sla allowance consume acme/main/tam-hours 1.5</c>, <c>grant</c> and <c>adjust</c>.</summary>
internal static class BookCommands
{
    private const string AllowanceText = "Account, subscription and feature, such as acme/main/tam-hours.";

    public static Command Consume(CliHost host)
    {
        var (allowance, quantity) = Arguments();
        var purpose = new Option<string?>("--purpose") { Description = "What for.", HelpName = "text" };
        var at = new Option<string?>("--at") { Description = "When it was used, within the current period. Default: now.", HelpName = "time" };
        var command = new Command("consume", "Use units without a reservation.") { allowance, quantity, purpose, at, GlobalOptions.RequestId };
        return command.Runs(host, async context => Show(context, await context.Platform.Entitlements.ConsumeAllowanceAsync(
            new ConsumeAllowanceRequest
            {
                Name = ShortNames.Allowance("allowance", context.Required(allowance)),
                Quantity = context.Required(quantity),
                Purpose = context.Value(purpose) ?? "",
                EffectiveTime = context.Time(at)?.ToTimestamp(),
                RequestId = context.RequestId(),
            },
            context.Call())));
    }

    public static Command Grant(CliHost host)
    {
        var (allowance, quantity) = Arguments();
        var reason = new Option<string>("--reason") { Description = "Why.", HelpName = "text", Required = true };
        var command = new Command("grant", "Add units beyond the plan's.") { allowance, quantity, reason, GlobalOptions.RequestId };
        return command.Runs(host, async context => Show(context, await context.Platform.Entitlements.GrantAllowanceAsync(
            new GrantAllowanceRequest
            {
                Name = ShortNames.Allowance("allowance", context.Required(allowance)),
                Quantity = context.Required(quantity),
                Reason = context.Required(reason),
                RequestId = context.RequestId(),
            },
            context.Call())));
    }

    public static Command Adjust(CliHost host)
    {
        var allowance = new Argument<string>("allowance") { Description = AllowanceText };
        var quantity = new Option<string>("--by") { Description = "Units, more or less than zero: --by=-0.5.", HelpName = "units", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why.", HelpName = "text", Required = true };
        var actor = new Option<string>("--actor") { Description = "Who corrects it.", HelpName = "text", Required = true };
        var command = new Command("adjust", "Correct a balance.") { allowance, quantity, reason, actor, GlobalOptions.RequestId };
        return command.Runs(host, async context => Show(context, await context.Platform.Entitlements.AdjustAllowanceAsync(
            new AdjustAllowanceRequest
            {
                Name = ShortNames.Allowance("allowance", context.Required(allowance)),
                Quantity = context.Required(quantity),
                Reason = context.Required(reason),
                Actor = context.Required(actor),
                RequestId = context.RequestId(),
            },
            context.Call())));
    }

    private static (Argument<string> Allowance, Argument<string> Quantity) Arguments() =>
        (new("allowance") { Description = AllowanceText }, new("quantity") { Description = "Units, such as 1.5." });

    private static void Show(CommandContext context, Allowance answer) =>
        context.Show(answer, () => AllowanceView.Of([answer], context.Zone ?? DateTimeZone.Utc));
}
