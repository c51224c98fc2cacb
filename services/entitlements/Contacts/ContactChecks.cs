using NodaTime;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql;
using DomainKind = SlaPlatform.Engine.Entitlements.ContactKind;

namespace SlaPlatform.Entitlements.Contacts;

/// <summary>Reads what callers say of a contact.</summary>
internal sealed record ContactChecks(string DisplayName, string Email, string Phone, DomainKind Kind, Instant? From, Instant? Until)
{
    private const int LongestEmail = 254;
    private const int LongestPhone = 40;
    private const int LeastDigits = 3;

    /// <summary>Reads all fields with every fault named under <c>contact</c>.</summary>
    public static ContactChecks Read(RequestChecks checks, Contact? contact)
    {
        var given = contact ?? new Contact();
        var email = checks.Text("contact.email", given.Email, LongestEmail);
        var kind = checks.Known("contact.kind", given.Kind).ToDomain();
        if (given.Email.Length == 0 && kind == DomainKind.NamedEmailUser)
        {
            checks.Add(ErrorReason.FieldRequired, "contact.email", "A named e-mail user needs an e-mail address; give one.");
        }
        else if (email.Length > 0 && (email.IndexOf('@', StringComparison.Ordinal) is <= 0 || email.EndsWith('@') || email.Any(char.IsWhiteSpace)))
        {
            checks.Add(ErrorReason.InvalidFormat, "contact.email", "It is not an e-mail address; give one such as ana@example.com.");
        }

        var phone = checks.Text("contact.phone", given.Phone, LongestPhone);
        if (phone.Length > 0 && phone.Count(char.IsAsciiDigit) < LeastDigits)
        {
            checks.Add(ErrorReason.InvalidFormat, "contact.phone", "It is not a phone number; give one such as +32 2 555 01 02.");
        }

        var from = checks.Time("contact.effective_start_time", given.EffectiveStartTime)?.ToStored();
        var until = checks.Time("contact.effective_end_time", given.EffectiveEndTime)?.ToStored();
        return new ContactChecks(
            checks.RequiredText("contact.display_name", given.DisplayName, Limits.TitleCharacters),
            email,
            phone,
            kind,
            from,
            until);
    }

    /// <summary>Refuses an end that is not after the start.</summary>
    public static void Order(RequestChecks checks, Instant from, Instant? until)
    {
        if (until <= from)
        {
            checks.Add(ErrorReason.TimeOrder, "contact.effective_end_time", "It is not after the effective start; give a later time.");
        }
    }
}
