using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;

namespace SlaPlatform.Cli.Commands.Allowances;

/// <summary><c>sla allowance ledger acme/main/tam-hours</c>.</summary>
internal static class LedgerCommand
{
    public static Command Create(CliHost host)
    {
        var allowance = new Argument<string>("allowance") { Description = "Account, subscription and feature, such as acme/main/tam-hours." };
        var command = new Command("ledger", "Show every entry of an allowance, oldest first.") { allowance };
        return command.Runs(host, async context =>
        {
            var parent = ShortNames.Allowance("allowance", context.Required(allowance));
            var answer = new ListLedgerEntriesResponse();
            do
            {
                var page = await context.Platform.Entitlements.ListLedgerEntriesAsync(
                    new ListLedgerEntriesRequest { Parent = parent, PageToken = answer.NextPageToken }, context.Call());
                answer.Entries.Add(page.Entries);
                answer.NextPageToken = page.NextPageToken;
            }
            while (answer.NextPageToken.Length > 0);
            context.Show(answer, () => AllowanceView.Of(answer.Entries, context.Zone ?? DateTimeZone.Utc));
        });
    }
}
