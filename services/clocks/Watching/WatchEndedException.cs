namespace SlaPlatform.Clocks.Watching;

/// <summary>A watch cannot go on.</summary>
internal sealed class WatchEndedException(WatchEnd why, ResumeToken token) : Exception($"The watch ended: {why}.")
{
    /// <summary>Why.</summary>
    public WatchEnd Why { get; } = why;

    /// <summary>Where it stood.</summary>
    public ResumeToken Token { get; } = token;
}
