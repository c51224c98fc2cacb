using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Entitlements.Contacts;

/// <summary>Lays what an update names over a contact, and checks the whole.</summary>
internal static class ContactMerge
{
    public static void Apply(ContactRow row, Contact given, ImmutableHashSet<string> mask, Instant now)
    {
        var merged = row.ToWire();
        foreach (var path in mask)
        {
            var field = Contact.Descriptor.FindFieldByName(path);
            field.Accessor.SetValue(merged, field.Accessor.GetValue(given));
        }

        var checks = new RequestChecks();
        var read = ContactChecks.Read(checks, merged);
        var from = read.From ?? now;
        ContactChecks.Order(checks, from, read.Until);
        checks.ThrowIfAny();
        row.DisplayName = read.DisplayName;
        row.Email = read.Email;
        row.Phone = read.Phone;
        row.EffectiveFrom = from;
        row.EffectiveUntil = read.Until;
    }
}
