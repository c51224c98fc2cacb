namespace SlaPlatform.Clocks.Tickets;

/// <summary>What is kept of how a ticket came in; the clock itself does not decide on it.</summary>
internal sealed record Intake
{
    /// <summary><c>accounts/{account}</c>.</summary>
    public string Account { get; init; } = "";

    /// <summary><c>accounts/{account}/contacts/{contact}</c>; empty when unknown.</summary>
    public string Contact { get; init; } = "";

    /// <summary><c>accounts/{account}/subscriptions/{subscription}</c>.</summary>
    public string Subscription { get; init; } = "";

    /// <summary>The contract's name of the channel; empty when unknown.</summary>
    public string Channel { get; init; } = "";

    /// <summary>Who it came from on that channel.</summary>
    public string ChannelIdentity { get; init; } = "";

    /// <summary>The product concerned.</summary>
    public string Product { get; init; } = "";

    /// <summary>Why the level differs from what the policy's rules propose.</summary>
    public string OverrideReason { get; init; } = "";

    /// <summary>The caller's own number.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Who took it at opening: the queue or role; null when nobody said, as for tickets of before and for imported ones.</summary>
    public string? Queue { get; init; }

    /// <summary>The person who took it; null when the queue decides.</summary>
    public string? Person { get; init; }
}
