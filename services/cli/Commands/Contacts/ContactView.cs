using NodaTime;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Contacts;

/// <summary>Contacts for people.</summary>
internal static class ContactView
{
    public static Table Of(IEnumerable<Contact> contacts, DateTimeZone zone)
    {
        var table = Tables.Create(null, "contact", "name", "kind", "e-mail", "phone", "from", "until");
        foreach (var contact in contacts)
        {
            table.Row(
                ShortNames.Last(contact.Name), contact.DisplayName, EnumWords.Show(contact.Kind), contact.Email, contact.Phone,
                MilestoneView.Time(contact.EffectiveStartTime, zone), MilestoneView.Time(contact.EffectiveEndTime, zone));
        }

        return table;
    }
}
