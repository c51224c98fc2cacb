using NodaTime;
using SlaPlatform.Engine.Entitlements;

namespace SlaPlatform.Entitlements.Store;

/// <summary>A contact as it is stored; removing one ends its effective time.</summary>
internal sealed class ContactRow
{
    public required string AccountId { get; init; }

    public required string Id { get; init; }

    public required string DisplayName { get; set; }

    public string Email { get; set; } = "";

    public string Phone { get; set; } = "";

    public required ContactKind Kind { get; init; }

    public required Instant EffectiveFrom { get; set; }

    public Instant? EffectiveUntil { get; set; }

    public required Instant CreateTime { get; init; }

    /// <summary>Grows with every change; its etag.</summary>
    public long Revision { get; set; }

    public Contact ToContact() => new()
    {
        Id = Id,
        Kind = Kind,
        Email = Email.Length == 0 ? null : Email,
        Phone = Phone.Length == 0 ? null : Phone,
        EffectiveFrom = EffectiveFrom,
        EffectiveUntil = EffectiveUntil,
    };
}
