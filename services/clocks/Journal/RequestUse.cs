namespace SlaPlatform.Clocks.Journal;

/// <summary>Whether a request id was used within the time that it is remembered.</summary>
internal enum RequestUse
{
    /// <summary>It was not.</summary>
    New,

    /// <summary>For the same body on the same ticket.</summary>
    Repeat,

    /// <summary>For another body.</summary>
    OtherBody,
}
