namespace SlaPlatform.Engine.Entitlements;

/// <summary>Why somebody may not open a ticket.</summary>
public enum RefusalReason
{
    /// <summary>The account is suspended.</summary>
    AccountSuspended,

    /// <summary>The account has no such subscription, or none at all.</summary>
    NoSubscription,

    /// <summary>The term has not begun.</summary>
    SubscriptionNotStarted,

    /// <summary>The term, or a trial that nothing follows, has ended.</summary>
    SubscriptionExpired,

    /// <summary>The subscription was cancelled.</summary>
    SubscriptionCancelled,

    /// <summary>Several subscriptions fit.</summary>
    AmbiguousSubscription,

    /// <summary>The product is not on the order.</summary>
    ProductNotOnOrder,

    /// <summary>The policy does not serve the region.</summary>
    RegionNotServed,

    /// <summary>Not a contact of the account, or none was named where the plan takes requests from contacts only.</summary>
    UnknownContact,

    /// <summary>A contact of the account, but not at that time.</summary>
    ContactNotInForce,

    /// <summary>The plan does not take requests by this channel, or not from this person.</summary>
    ChannelNotInPlan,

    /// <summary>No revision of the policy is in force at that time, or it lacks the plan.</summary>
    NoRevisionInForce,
}
