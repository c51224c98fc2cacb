using System.CommandLine;
using System.Globalization;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Triage.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Triage;

/// <summary><c>sla triage disagreement acme --from 2026-01-01T00:00Z</c>.</summary>
internal static class DisagreementCommand
{
    public static Command Create(CliHost host)
    {
        var account = new Argument<string>("account") { Description = "The account, such as acme." };
        var from = new Option<string?>("--from") { Description = "Tickets opened from then, inclusive. Default: from the first.", HelpName = "time" };
        var until = new Option<string?>("--until") { Description = "Tickets opened until then, exclusive. Default: now.", HelpName = "time" };
        var command = new Command("disagreement", "Say how often the customer's severity and support's differ.") { account, from, until };
        return command.Runs(host, async context =>
        {
            var request = new GetDisagreementStatisticsRequest
            {
                Account = ShortNames.Account("account", context.Required(account)),
                StartTime = context.Time(from)?.ToTimestamp(),
                EndTime = context.Time(until)?.ToTimestamp(),
            };
            // Triage counts tickets; it does not know accounts, and an unknown one would have none.
            await context.Platform.Entitlements.GetAccountAsync(new GetAccountRequest { Name = request.Account }, context.Call());
            var answer = await context.Platform.Triage.GetDisagreementStatisticsAsync(request, context.Call());
            context.Show(answer, () => View(answer));
        });
    }

    private static Rows View(DisagreementStatistics answer)
    {
        var facts = Tables.Facts(
            ("tickets with both severities", Number(answer.ComparedCount)),
            ("claimed graver", Number(answer.ClaimedGraverCount)),
            ("verified graver", Number(answer.VerifiedGraverCount)));
        var pairs = Tables.Create(null, "claimed", "verified", "tickets").Right(0, 1, 2);
        foreach (var pair in answer.Pairs)
        {
            pairs.Row(Number(pair.ClaimedLevel), Number(pair.VerifiedLevel), Number(pair.TicketCount));
        }

        return answer.Pairs.Count == 0 ? new Rows(facts) : new Rows(facts, pairs);
    }

    private static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);
}
