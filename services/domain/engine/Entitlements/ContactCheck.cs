using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Entitlements;

/// <summary>Finds who asks and judges whether they may.</summary>
internal static class ContactCheck
{
    /// <summary>The contact named by the request, or the one in force who is known by the channel's identity.</summary>
    public static Contact? Find(AccountRecord record, EntitlementRequest request) => request switch
    {
        { ContactId: { } id } => record.FindContact(id),
        { ChannelIdentity: { Length: > 0 } identity } => record.Contacts
            .Where(contact => contact.InForceAt(request.ReceivedAt) && contact.IsKnownAs(identity))
            .OrderByDescending(contact => contact.Kind).ThenBy(contact => contact.Id, StringComparer.Ordinal)
            .FirstOrDefault(),
        _ => null,
    };

    /// <summary>What is wrong with who asks, or null.</summary>
    public static EntitlementRefusal? Refuse(EntitlementRequest request, Contact? contact, Plan? plan) => contact switch
    {
        null when request.ContactId is { } id => new EntitlementRefusal(
            RefusalReason.UnknownContact, $"{id} is not a contact of the account; add it first."),
        null when plan is { ContactsOnly: true } => new EntitlementRefusal(
            RefusalReason.UnknownContact, $"Plan {plan.Id} takes requests from authorized contacts only; name one.", plan.Source),
        not null when !contact.InForceAt(request.ReceivedAt) => new EntitlementRefusal(
            RefusalReason.ContactNotInForce, $"Contact {contact.Id} is not in force at that time; give it effective dates that cover it."),
        not null when plan is { ContactsOnly: true } && contact.Kind != ContactKind.Authorized => new EntitlementRefusal(
            RefusalReason.UnknownContact, $"Contact {contact.Id} is not an authorized contact, and plan {plan.Id} takes requests from those only.", plan.Source),
        _ => null,
    };
}
