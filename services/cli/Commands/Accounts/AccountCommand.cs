using System.CommandLine;
using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Commands.Accounts;

/// <summary><c>sla account</c>: customers.</summary>
internal static class AccountCommand
{
    public static Command Create(CliHost host) => new("account", "Create, list, show, suspend and reinstate accounts.")
    {
        CreateAccountCommand.Create(host),
        ListAccountsCommand.Create(host),
        ShowAccountCommand.Create(host),
        SuspendAccountCommand.Create(host),
        ReinstateAccountCommand.Create(host),
    };
}
