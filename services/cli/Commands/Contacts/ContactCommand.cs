using System.CommandLine;
using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Commands.Contacts;

/// <summary><c>sla contact</c>: who may ask for support.</summary>
internal static class ContactCommand
{
    public static Command Create(CliHost host) => new("contact", "Add, list and remove the contacts of an account.")
    {
        AddContactCommand.Create(host),
        ListContactsCommand.Create(host),
        RemoveContactCommand.Create(host),
    };
}
