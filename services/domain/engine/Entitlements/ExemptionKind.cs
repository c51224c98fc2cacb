namespace SlaPlatform.Engine.Entitlements;

/// <summary>What exempts a request from its plan's targets.</summary>
public enum ExemptionKind
{
    /// <summary>The channel: targets do not apply to it, whoever asks.</summary>
    Channel,

    /// <summary>The requester: targets apply to the channel, but not for this person.</summary>
    Requester,
}
