using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Store;
using DomainKind = SlaPlatform.Engine.Entitlements.ContactKind;

namespace SlaPlatform.Entitlements.Contacts;

/// <summary>Contacts as the contract shows them.</summary>
internal static class ContactMapping
{
    public static Contact ToWire(this ContactRow row) => new()
    {
        Name = new ContactName(row.AccountId, row.Id).Format(),
        DisplayName = row.DisplayName,
        Email = row.Email,
        Phone = row.Phone,
        Kind = row.Kind == DomainKind.Authorized ? ContactKind.Authorized : ContactKind.NamedEmailUser,
        EffectiveStartTime = row.EffectiveFrom.ToTimestamp(),
        EffectiveEndTime = row.EffectiveUntil?.ToTimestamp(),
        CreateTime = row.CreateTime.ToTimestamp(),
        Etag = Etags.Of(row.Revision),
    };

    /// <summary>Unspecified is taken as authorized.</summary>
    public static DomainKind ToDomain(this ContactKind kind) => kind == ContactKind.NamedEmailUser ? DomainKind.NamedEmailUser : DomainKind.Authorized;
}
