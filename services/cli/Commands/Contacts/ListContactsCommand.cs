using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Commands.Contacts;

/// <summary><c>sla contact list acme</c>.</summary>
internal static class ListContactsCommand
{
    public static Command Create(CliHost host)
    {
        var account = new Argument<string>("account") { Description = "The account, such as acme." };
        var asOf = new Option<string?>("--as-of") { Description = "Only those who may ask then. Default: now.", HelpName = "time" };
        var all = new Option<bool>("--all") { Description = "Removed ones too." };
        var command = new Command("list", "List the contacts of an account.") { account, asOf, all };
        return command.Runs(host, async context =>
        {
            var parent = ShortNames.Account("account", context.Required(account));
            var time = context.Value(all) ? null : (context.Time(asOf) ?? context.Now).ToTimestamp();
            var answer = new ListContactsResponse();
            do
            {
                var page = await context.Platform.Entitlements.ListContactsAsync(
                    new ListContactsRequest { Parent = parent, AsOfTime = time, PageToken = answer.NextPageToken }, context.Call());
                answer.Contacts.Add(page.Contacts);
                answer.NextPageToken = page.NextPageToken;
            }
            while (answer.NextPageToken.Length > 0);
            context.Show(answer, () => ContactView.Of(answer.Contacts, context.Zone ?? DateTimeZone.Utc));
        });
    }
}
