using System.CommandLine;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Triage.V1;

namespace SlaPlatform.Cli.Commands.Triage;

/// <summary><c>sla triage list --account acme</c>.</summary>
internal static class ListExclusionsCommand
{
    public static Command Create(CliHost host)
    {
        var ticket = new Option<string?>("--ticket") { Description = "The decisions of this ticket.", HelpName = "ticket" };
        var account = new Option<string?>("--account") { Description = "The decisions of this account's tickets.", HelpName = "account" };
        var command = new Command("list", "List the decisions of a ticket or an account.") { ticket, account };
        return command.Runs(host, async context =>
        {
            var request = new ListExclusionsRequest
            {
                Ticket = context.Value(ticket) is { } one ? ShortNames.Ticket("--ticket", one) : "",
                Account = context.Value(account) is { } of ? ShortNames.Account("--account", of) : "",
            };
            var answer = new ListExclusionsResponse();
            do
            {
                request.PageToken = answer.NextPageToken;
                var page = await context.Platform.Triage.ListExclusionsAsync(request, context.Call());
                answer.Exclusions.Add(page.Exclusions);
                answer.NextPageToken = page.NextPageToken;
            }
            while (answer.NextPageToken.Length > 0);
            context.Show(answer, () => ExclusionView.Of(answer.Exclusions));
        });
    }
}
