namespace SlaPlatform.Clocks.Grains;

/// <summary>What became of a request to a ticket.</summary>
internal enum TicketOutcome
{
    /// <summary>Done; the reply has the ticket.</summary>
    Done,

    /// <summary>The same request was served before; the reply has the ticket as it stands now.</summary>
    Repeat,

    /// <summary>There is no such ticket.</summary>
    NotFound,

    /// <summary>Another request opened a ticket of this id.</summary>
    Exists,

    /// <summary>The request id was used for another body.</summary>
    RequestReused,

    /// <summary>The etag is not the current one.</summary>
    StaleEtag,

    /// <summary>The engine refused; the reply has its reasons.</summary>
    Refused,

    /// <summary>Other writers came first, again and again.</summary>
    Conflict,

    /// <summary>Redis did not answer; whether the request was stored is not known.</summary>
    Unavailable,
}
