namespace SlaPlatform.Engine.Clocks.Folding;

/// <summary>What holds a ticket up at an instant.</summary>
/// <param name="WaitingReason">For what support waits on the customer, or null.</param>
/// <param name="PauseReason">Why work is paused, or null.</param>
public sealed record Hold(string? WaitingReason, string? PauseReason)
{
    /// <summary>Nothing does.</summary>
    public static Hold None { get; } = new(null, null);

    /// <summary>Whether nothing does.</summary>
    public bool IsNone => WaitingReason is null && PauseReason is null;
}
