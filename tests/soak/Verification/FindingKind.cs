namespace SlaPlatform.Soak.Verification;

/// <summary>What can be wrong with a stored ticket.</summary>
internal enum FindingKind
{
    /// <summary>An acknowledged fact is not in the journal.</summary>
    LostFact,

    /// <summary>One request stands in the journal more than once.</summary>
    DoubledFact,

    /// <summary>A fact is in the journal whose caller was told otherwise.</summary>
    UnacknowledgedFact,

    /// <summary>A ticket is stored that nobody was told of.</summary>
    UnknownTicket,

    /// <summary>One signal was raised more than once.</summary>
    DoubledSignal,

    /// <summary>A signal that is owed was not raised.</summary>
    MissingSignal,

    /// <summary>A signal was raised that was never owed.</summary>
    WrongSignal,

    /// <summary>A watcher that always resumed did not see a record, or saw another order.</summary>
    NotWatched,

    /// <summary>The due index has another next wake than the ticket.</summary>
    WrongIndex,
}
