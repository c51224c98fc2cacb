using NodaTime;

namespace SlaPlatform.Engine.Entitlements;

/// <summary>Who asks for support, how and when.</summary>
public sealed record EntitlementRequest
{
    /// <summary>How the request came: the channel's name in policy documents.</summary>
    public required string Channel { get; init; }

    /// <summary>When it was received: plan, term and contacts are judged then, standing always now.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>The contact's id, or null when only the channel's identity is known.</summary>
    public string? ContactId { get; init; }

    /// <summary>Who it came from on that channel (e-mail address, telephone number), or null.</summary>
    public string? ChannelIdentity { get; init; }

    /// <summary>The product concerned, or null for any.</summary>
    public string? Product { get; init; }

    /// <summary>The subscription's id, or null to let product and time decide.</summary>
    public string? SubscriptionId { get; init; }
}
