using System.CommandLine;
using SlaPlatform.Cli.Commands.Accounts;
using SlaPlatform.Cli.Commands.Allowances;
using SlaPlatform.Cli.Commands.Availability;
using SlaPlatform.Cli.Commands.Contacts;
using SlaPlatform.Cli.Commands.Health;
using SlaPlatform.Cli.Commands.Imports;
using SlaPlatform.Cli.Commands.Obligations;
using SlaPlatform.Cli.Commands.People;
using SlaPlatform.Cli.Commands.Plans;
using SlaPlatform.Cli.Commands.Policies;
using SlaPlatform.Cli.Commands.Replays;
using SlaPlatform.Cli.Commands.Severities;
using SlaPlatform.Cli.Commands.Simulations;
using SlaPlatform.Cli.Commands.Subscriptions;
using SlaPlatform.Cli.Commands.Sunsets;
using SlaPlatform.Cli.Commands.Tickets;
using SlaPlatform.Cli.Commands.Times;
using SlaPlatform.Cli.Commands.Triage;
using SlaPlatform.Cli.Commands.Watching;

namespace SlaPlatform.Cli.CommandLine;

/// <summary>The whole program: every command group and the options that all of them take.</summary>
internal static class SlaCommand
{
    public static RootCommand Create(CliHost host)
    {
        var root = new RootCommand("Plans, tickets and due times of the SLA platform.")
        {
            PlansCommand.Create(host),
            PolicyCommand.Create(host),
            DueCommand.Create(host),
            MeasureCommand.Create(host),
            AccountCommand.Create(host),
            ContactCommand.Create(host),
            SubscriptionCommand.Create(host),
            AllowanceCommand.Create(host),
            ObligationCommand.Create(host),
            SunsetCommand.Create(host),
            PeopleCommand.Create(host),
            AvailabilityCommand.Create(host),
            SeverityCommand.Create(host),
            TriageCommand.Create(host),
            TicketCommand.Create(host),
            WatchCommand.Create(host),
            HealthCommand.Create(host),
            SimulateCommand.Create(host),
            ReplayCommand.Create(host),
            PortfolioCommand.Create(host),
            ImportCommand.Create(host),
        };
        root.Options.Add(GlobalOptions.Json);
        root.Options.Add(GlobalOptions.Language);
        root.Options.Add(GlobalOptions.Zone);
        root.Options.Add(GlobalOptions.Timeout);
        root.Options.Add(GlobalOptions.PortBase);
        return root;
    }
}
