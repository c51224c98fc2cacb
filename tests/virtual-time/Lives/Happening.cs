namespace SlaPlatform.VirtualTime.Lives;

/// <summary>What lives must meet with, or they prove nothing.</summary>
internal enum Happening
{
    /// <summary>A turn was stored.</summary>
    Append,

    /// <summary>A silo was killed.</summary>
    Kill,

    /// <summary>A turn stored a snapshot.</summary>
    SnapshotWritten,

    /// <summary>A ticket was loaded from a snapshot and the journal after it.</summary>
    SnapshotRead,

    /// <summary>A journal was read whole.</summary>
    WholeRead,

    /// <summary>Redis crashed in a script.</summary>
    Crash,

    /// <summary>The crash left a part of the script's writes.</summary>
    CutScript,

    /// <summary>What a crash had left half done was finished.</summary>
    FinishedScript,

    /// <summary>An event was no longer kept.</summary>
    TrimmedEvent,

    /// <summary>A watcher was told that its token is too old, because events were no longer kept.</summary>
    ExpiredToken,
}
