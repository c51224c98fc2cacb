using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.People;

/// <summary><c>sla people</c>: who serves an account, and who takes a ticket.</summary>
internal static class PeopleCommand
{
    public static Command Create(CliHost host) => new("people", "Who serves an account by name, and who takes a ticket now.") { Set(host), List(host), Route(host) };

    private static Command Set(CliHost host)
    {
        var account = new Argument<string>("account") { Description = "The account, such as acme." };
        var role = new Argument<string>("role") { Description = "The role, a feature of the plan such as support-engineer." };
        var person = new Argument<string>("person") { Description = "Who holds it from now on." };
        var calendar = new Option<string?>("--calendar") { Description = "Calendar of the person's hours, such as collibra/standard-hours. Default: always.", HelpName = "calendar" };
        var command = new Command("set", "Name a person for a role; --zone is the person's time zone.") { account, role, person, calendar, GlobalOptions.RequestId };
        return command.Runs(host, async context =>
        {
            var zone = context.Zone ?? throw new UsageException("--zone", "a person needs a time zone.", "Add --zone Europe/Paris.");
            var answer = await context.Platform.Entitlements.SetAssignmentAsync(
                new SetAssignmentRequest
                {
                    Parent = ShortNames.Account("account", context.Required(account)),
                    Assignment = new Assignment
                    {
                        Role = context.Required(role),
                        Person = context.Required(person),
                        TimeZone = zone.Id,
                        Calendar = context.Value(calendar) is { } hours ? ShortNames.Calendar("--calendar", hours) : "",
                    },
                    RequestId = context.RequestId(),
                },
                context.Call());
            context.Show(answer, () => Of([answer]));
        });
    }

    private static Command List(CliHost host)
    {
        var account = new Argument<string>("account") { Description = "The account, such as acme." };
        var command = new Command("list", "List the people of an account.") { account };
        return command.Runs(host, async context =>
        {
            var answer = await context.Platform.Entitlements.ListAssignmentsAsync(
                new ListAssignmentsRequest { Parent = ShortNames.Account("account", context.Required(account)) }, context.Call());
            context.Show(answer, () => Of(answer.Assignments));
        });
    }

    private static Command Route(CliHost host)
    {
        var account = new Argument<string>("account") { Description = "The account, such as acme." };
        var channel = new Option<string>("--channel") { Description = "How the ticket came.", HelpName = "channel", DefaultValueFactory = _ => "portal" };
        var level = new Option<int>("--level") { Description = "Its level.", HelpName = "level", DefaultValueFactory = _ => 1 };
        var at = new Option<string?>("--at") { Description = "When. Default: now.", HelpName = "time" };
        var subscription = new Option<string?>("--subscription") { Description = "Under which subscription. Default: time decides.", HelpName = "subscription" };
        var command = new Command("route", "Say who takes a ticket.") { account, channel, level, at, subscription };
        return command.Runs(host, async context =>
        {
            var owner = ShortNames.Account("account", context.Required(account));
            var answer = await context.Platform.Entitlements.RouteTicketAsync(
                new RouteTicketRequest
                {
                    Account = owner,
                    Channel = EnumWords.Parse<Channel>("--channel", context.Required(channel)),
                    Level = context.Required(level),
                    AsOfTime = context.Time(at)?.ToTimestamp(),
                    Subscription = context.Value(subscription) is { } bought ? ShortNames.Subscription("--subscription", bought, owner) : "",
                },
                context.Call());
            context.Show(answer, () => Tables.Facts(("queue", answer.Queue), ("person", answer.Person), ("why", answer.Explanation)));
        });
    }

    private static Table Of(IEnumerable<Assignment> people)
    {
        var table = Tables.Create(null, "role", "person", "zone", "hours");
        foreach (var assignment in people)
        {
            table.Row(assignment.Role, assignment.Person, assignment.TimeZone, assignment.Calendar.Length == 0 ? "always" : assignment.Calendar);
        }

        return table;
    }
}
