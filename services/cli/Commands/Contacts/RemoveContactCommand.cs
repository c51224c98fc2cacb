using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Commands.Contacts;

/// <summary><c>sla contact remove acme/alice</c>.</summary>
internal static class RemoveContactCommand
{
    public static Command Create(CliHost host)
    {
        var contact = new Argument<string>("contact") { Description = "Account and contact, such as acme/alice." };
        var at = new Option<string?>("--at") { Description = "From when, not in the past. Default: now.", HelpName = "time" };
        var etag = new Option<string?>("--etag") { Description = "Only if the contact still has this etag.", HelpName = "etag" };
        var command = new Command("remove", "End a contact's right to ask; its history stays.") { contact, at, etag, GlobalOptions.RequestId };
        return command.Runs(host, async context =>
        {
            var request = new RemoveContactRequest
            {
                Name = ShortNames.Contact("contact", context.Required(contact), null),
                EffectiveEndTime = context.Time(at)?.ToTimestamp(),
                Etag = context.Value(etag) ?? "",
                RequestId = context.RequestId(),
            };
            var answer = await context.Platform.Entitlements.RemoveContactAsync(request, context.Call());
            context.Show(answer, () => ContactView.Of([answer], context.Zone ?? DateTimeZone.Utc));
        });
    }
}
