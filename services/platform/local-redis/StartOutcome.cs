namespace SlaPlatform.LocalRedis;

/// <summary>What became of a start.</summary>
internal enum StartOutcome
{
    /// <summary>It has started.</summary>
    Ready,

    /// <summary>It was told to stop before it had.</summary>
    Stopped,

    /// <summary>It took longer than it may.</summary>
    TooLong,
}
