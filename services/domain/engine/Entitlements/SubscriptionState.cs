namespace SlaPlatform.Engine.Entitlements;

/// <summary>How a subscription stands at an instant.</summary>
public enum SubscriptionState
{
    /// <summary>Before its term.</summary>
    Upcoming,

    /// <summary>In its term.</summary>
    Active,

    /// <summary>In its trial.</summary>
    Trial,

    /// <summary>In its term, after its trial: new tickets take the plan that follows the trial.</summary>
    TrialEnded,

    /// <summary>After its term.</summary>
    Expired,

    /// <summary>Cancelled, and the cancellation has taken effect.</summary>
    Cancelled,
}
