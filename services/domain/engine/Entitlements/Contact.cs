using NodaTime;

namespace SlaPlatform.Engine.Entitlements;

/// <summary>A person who may ask for support.</summary>
public sealed record Contact
{
    /// <summary>The contact's id in its account.</summary>
    public required string Id { get; init; }

    /// <summary>Which of the plan's caps it counts against.</summary>
    public required ContactKind Kind { get; init; }

    /// <summary>E-mail address, or null.</summary>
    public string? Email { get; init; }

    /// <summary>Telephone number, or null.</summary>
    public string? Phone { get; init; }

    /// <summary>From when, inclusive.</summary>
    public required Instant EffectiveFrom { get; init; }

    /// <summary>Until when, exclusive; null while no end is set.</summary>
    public Instant? EffectiveUntil { get; init; }

    /// <summary>Whether it is in force at an instant.</summary>
    public bool InForceAt(Instant at) => EffectiveFrom <= at && (EffectiveUntil is not { } end || at < end);

    /// <summary>Whether it is who a channel says the request came from: the e-mail address or telephone number, without regard to case.</summary>
    public bool IsKnownAs(string identity) =>
        string.Equals(Email, identity, StringComparison.OrdinalIgnoreCase) || string.Equals(Phone, identity, StringComparison.OrdinalIgnoreCase);
}
