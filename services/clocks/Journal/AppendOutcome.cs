namespace SlaPlatform.Clocks.Journal;

/// <summary>What became of an append.</summary>
internal enum AppendOutcome
{
    /// <summary>It is stored, durably as far as Redis is set to be.</summary>
    Appended,

    /// <summary>Nothing was written: the request was served before.</summary>
    Repeated,

    /// <summary>Nothing was written: the request id was used for another body.</summary>
    RequestReused,

    /// <summary>Nothing was written: the journal has another length; reload and decide again.</summary>
    Conflict,
}
