using System.CommandLine;
using System.Globalization;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Tickets;

/// <summary><c>sla ticket severities t-123</c>.</summary>
internal static class TicketSeveritiesCommand
{
    public static Command Create(CliHost host)
    {
        var ticket = new Argument<string>("ticket") { Description = "The ticket, such as t-123." };
        var command = new Command("severities", "Say how the claimed, verified and ruling severity went, who changed them and why.") { ticket };
        return command.Runs(host, async context =>
        {
            var request = new ListSeverityPeriodsRequest { Ticket = ShortNames.Ticket("ticket", context.Required(ticket)) };
            var answer = new ListSeverityPeriodsResponse();
            do
            {
                request.PageToken = answer.NextPageToken;
                var page = await context.Platform.Clocks.ListSeverityPeriodsAsync(request, context.Call());
                answer.Periods.Add(page.Periods);
                answer.NextPageToken = page.NextPageToken;
            }
            while (answer.NextPageToken.Length > 0);
            context.Show(answer, () => View(answer, context.Zone ?? DateTimeZone.Utc));
        });
    }

    private static Table View(ListSeverityPeriodsResponse answer, DateTimeZone zone)
    {
        var table = Tables.Create(null, "from", "claimed", "verified", "rules", "open", "because").Right(1, 2, 3);
        foreach (var period in answer.Periods)
        {
            table.Row(
                MilestoneView.Time(period.StartTime, zone),
                Level(period.HasClaimedLevel, period.ClaimedLevel),
                Level(period.HasVerifiedLevel, period.VerifiedLevel),
                Level(isKnown: true, period.RulingLevel),
                period.Open ? period.Exclusions.Count == 0 ? "yes" : $"yes, excluded by {string.Join(", ", period.Exclusions)}" : "no",
                string.Join("; ", period.Causes.Select(Because)));
        }

        return table;
    }

    private static string Level(bool isKnown, int level) => isKnown ? level.ToString(CultureInfo.InvariantCulture) : "-";

    private static string Because(SeverityCause cause)
    {
        var said = cause.Reason.Length == 0 ? "no reason given" : cause.Reason;
        var agreed = cause.AgreedByContact.Length == 0 ? "" : $" (agreed by {ShortNames.Last(cause.AgreedByContact)})";
        return $"{(cause.Actor.Length == 0 ? "somebody" : cause.Actor)}: {said}{agreed}";
    }
}
