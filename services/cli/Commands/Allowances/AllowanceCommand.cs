using System.CommandLine;
using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Commands.Allowances;

/// <summary><c>sla allowance</c>: what plans grant for a period.</summary>
internal static class AllowanceCommand
{
    public static Command Create(CliHost host) => new("allowance", "Service days, sessions and hours: balances, bookings and the ledger.")
    {
        ListAllowancesCommand.Create(host),
        BookCommands.Consume(host),
        BookCommands.Grant(host),
        BookCommands.Adjust(host),
        ReservationCommands.Reserve(host),
        ReservationCommands.Settle(host),
        ReservationCommands.Release(host),
        LedgerCommand.Create(host),
        ListAllowanceSignalsCommand.Create(host),
    };
}
