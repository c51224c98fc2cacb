namespace SlaPlatform.Engine.Policies;

/// <summary>What becomes of a request from a channel that the plan does not list.</summary>
public enum OtherChannels
{
    /// <summary>It is refused.</summary>
    Refused,

    /// <summary>It is accepted, and its targets do not apply.</summary>
    Untimed,
}
