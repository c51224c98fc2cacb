using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Commands.Allowances;

/// <summary><c>sla allowance reserve acme/main/tam-hours 2</c>, <c>settle</c> and <c>release</c>.</summary>
internal static class ReservationCommands
{
    private const string ReservationText = "The reservation as it was shown, such as acme/main/tam-hours/{reservation}.";

    public static Command Reserve(CliHost host)
    {
        var allowance = new Argument<string>("allowance") { Description = "Account, subscription and feature, such as acme/main/tam-hours." };
        var quantity = new Argument<string>("quantity") { Description = "Units, such as 1.5." };
        var purpose = new Option<string?>("--purpose") { Description = "What for.", HelpName = "text" };
        var hold = new Option<string?>("--hold") { Description = "How long it holds, at most 2160h. Default: 24h.", HelpName = "duration" };
        var command = new Command("reserve", "Set units aside.") { allowance, quantity, purpose, hold, GlobalOptions.RequestId };
        return command.Runs(host, async context => Show(context, await context.Platform.Entitlements.ReserveAllowanceAsync(
            new ReserveAllowanceRequest
            {
                Name = ShortNames.Allowance("allowance", context.Required(allowance)),
                Quantity = context.Required(quantity),
                Purpose = context.Value(purpose) ?? "",
                HoldDuration = context.Value(hold) is { } text ? DurationText.Parse("--hold", text).ToProtobufDuration() : null,
                RequestId = context.RequestId(),
            },
            context.Call())));
    }

    public static Command Settle(CliHost host)
    {
        var reservation = new Argument<string>("reservation") { Description = ReservationText };
        var quantity = new Argument<string>("quantity") { Description = "Units used: less gives the rest back, more needs balance." };
        var command = new Command("settle", "Turn a reservation into consumption.") { reservation, quantity, GlobalOptions.RequestId };
        return command.Runs(host, async context => Show(context, await context.Platform.Entitlements.SettleReservationAsync(
            new SettleReservationRequest
            {
                Name = ShortNames.Reservation("reservation", context.Required(reservation)),
                Quantity = context.Required(quantity),
                RequestId = context.RequestId(),
            },
            context.Call())));
    }

    public static Command Release(CliHost host)
    {
        var reservation = new Argument<string>("reservation") { Description = ReservationText };
        var command = new Command("release", "Give a reservation back.") { reservation, GlobalOptions.RequestId };
        return command.Runs(host, async context => Show(context, await context.Platform.Entitlements.ReleaseReservationAsync(
            new ReleaseReservationRequest { Name = ShortNames.Reservation("reservation", context.Required(reservation)), RequestId = context.RequestId() }, context.Call())));
    }

    private static void Show(CommandContext context, Reservation answer) =>
        context.Show(answer, () => AllowanceView.Of(answer, context.Zone ?? DateTimeZone.Utc));
}
