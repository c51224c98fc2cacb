using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;

namespace SlaPlatform.Cli.Commands.Contacts;

/// <summary><c>sla contact add acme alice</c>.</summary>
internal static class AddContactCommand
{
    public static Command Create(CliHost host)
    {
        var account = new Argument<string>("account") { Description = "The account, such as acme." };
        var id = new Argument<string>("contact") { Description = "The id wanted, such as alice." };
        var name = new Option<string?>("--name") { Description = "Name for people. Default: the id.", HelpName = "text" };
        var email = new Option<string?>("--email") { Description = "E-mail address; a named e-mail user needs one.", HelpName = "address" };
        var phone = new Option<string?>("--phone") { Description = "Phone number.", HelpName = "number" };
        var kind = new Option<string>("--kind") { Description = "authorized or named_email_user.", HelpName = "kind", DefaultValueFactory = _ => "authorized" };
        var command = new Command("add", "Add a contact, within the plan's number of them.") { account, id, name, email, phone, kind, GlobalOptions.RequestId };
        return command.Runs(host, async context =>
        {
            var given = context.Required(id);
            var request = new AddContactRequest
            {
                Parent = ShortNames.Account("account", context.Required(account)),
                ContactId = given,
                Contact = new Contact
                {
                    DisplayName = context.Value(name) ?? given,
                    Email = context.Value(email) ?? "",
                    Phone = context.Value(phone) ?? "",
                    Kind = EnumWords.Parse<ContactKind>("--kind", context.Required(kind)),
                },
                RequestId = context.RequestId(),
            };
            var answer = await context.Platform.Entitlements.AddContactAsync(request, context.Call());
            context.Show(answer, () => ContactView.Of([answer], context.Zone ?? DateTimeZone.Utc));
        });
    }
}
