namespace SlaPlatform.VirtualTime.Store;

/// <summary>A guarantee of the store that is broken on purpose, to show that the lives notice.</summary>
internal enum Sabotage
{
    /// <summary>Nothing is.</summary>
    None,

    /// <summary>Writers that read another length write all the same.</summary>
    IgnoredLength,

    /// <summary>Which requests were served is forgotten.</summary>
    ForgottenRequests,

    /// <summary>Retractions are not recorded.</summary>
    LostRetractions,

    /// <summary>One in some appends is acknowledged and not written.</summary>
    UnwrittenAppends,

    /// <summary>One in some entries of the due index is not written.</summary>
    LostWakes,

    /// <summary>Entries of the due index are not taken away.</summary>
    StaleWakes,

    /// <summary>Shards cannot see the due index: a lost notice is never made good.</summary>
    HiddenWakes,

    /// <summary>One in some events is not written to the outbox.</summary>
    LostEvents,

    /// <summary>Events get numbers that were given before.</summary>
    RepeatedSequences,

    /// <summary>Ended tickets stay on the list of open ones.</summary>
    StaleLists,

    /// <summary>A Redis whose contents went away keeps its epoch.</summary>
    KeptEpoch,

    /// <summary>A ticket's first snapshot is served as if it were of the journal's end.</summary>
    StaleSnapshot,

    /// <summary>The snapshot of another ticket is served as if it were of the journal's end.</summary>
    ForeignSnapshot,

    /// <summary>Snapshots say that late facts go on from them: these are taken without the whole journal.</summary>
    IgnoredContinues,

    /// <summary>What a crash left half done is called finished.</summary>
    UnfinishedScripts,

    /// <summary>Whoever asks for events that are no longer kept gets the oldest one left in their place.</summary>
    SilentTrim,
}
