using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Time;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Tickets;

/// <summary><c>sla ticket list</c>: what is due next.</summary>
internal static class ListTicketsCommand
{
    public static Command Create(CliHost host)
    {
        var account = new Option<string?>("--account") { Description = "Only of this account.", HelpName = "account" };
        var states = new Option<string[]>("--state") { Description = "Only in this state: open, waiting_on_customer, paused, resolved, closed, merged. May be repeated. Default: not closed or merged.", HelpName = "state" };
        var dueBefore = new Option<string?>("--due-before") { Description = "Only with a milestone due before then.", HelpName = "time" };
        var breached = new Option<bool?>("--breached") { Description = "Only with (true) or without (false) a breach.", HelpName = "true|false" };
        var levels = new Option<int[]>("--level") { Description = "Only with this level. May be repeated.", HelpName = "level" };
        var most = new Option<int>("--limit") { Description = "At most so many tickets.", HelpName = "count", DefaultValueFactory = _ => 100 };
        var command = new Command("list", "List tickets by what is due next.") { account, states, dueBefore, breached, levels, most };
        return command.Runs(host, async context =>
        {
            var filter = new TicketFilter
            {
                Account = context.Value(account) is { } owner ? ShortNames.Account("--account", owner) : "",
                DueBeforeTime = context.Time(dueBefore)?.ToTimestamp(),
            };
            filter.States.Add((context.Value(states) ?? []).Select(state => EnumWords.Parse<TicketState>("--state", state)));
            filter.Levels.Add(context.Value(levels) ?? []);
            if (context.Value(breached) is { } wanted)
            {
                filter.Breached = wanted;
            }

            var limit = context.Value(most);
            if (limit < 1)
            {
                throw new UsageException("--limit", $"{limit} is not a number of tickets.", "Give 1 or more.");
            }

            var answer = await ListAsync(context, filter, limit);
            context.Show(answer, () => View(answer, context.Zone ?? DateTimeZone.Utc));
        });
    }

    private static async Task<ListTicketsResponse> ListAsync(CommandContext context, TicketFilter filter, int limit)
    {
        var answer = new ListTicketsResponse();
        do
        {
            var request = new ListTicketsRequest { Filter = filter, PageSize = Math.Min(1000, limit - answer.Tickets.Count), PageToken = answer.NextPageToken };
            var page = await context.Platform.Clocks.ListTicketsAsync(request, context.Call());
            answer.Tickets.Add(page.Tickets);
            answer.NextPageToken = page.NextPageToken;
            answer.ResumeToken = answer.ResumeToken.IsEmpty ? page.ResumeToken : answer.ResumeToken;
        }
        while (answer.NextPageToken.Length > 0 && answer.Tickets.Count < limit);
        return answer;
    }

    private static Rows View(ListTicketsResponse answer, DateTimeZone zone)
    {
        // The account names the subscription's plan and the ticket its revision: a list keeps to what fits a screen.
        var table = Tables.Create($"times in {zone.Id}", "ticket", "account", "level", "state", "next due", "milestone", "breaches", "reference").Right(6).Whole(0, 4);
        foreach (var ticket in answer.Tickets)
        {
            table.Row(
                ShortNames.Last(ticket.Name), ShortNames.Last(ticket.Account), ticket.RulingLabel, EnumWords.Show(ticket.State),
                MilestoneView.Time(ticket.NextDueTime, zone), EnumWords.Show(ticket.NextDueKind), $"{ticket.BreachCount}", ticket.Reference);
        }

        return answer.NextPageToken.Length == 0 ? new Rows(table) : new Rows(table, Tables.Note("There are more; raise --limit."));
    }
}
