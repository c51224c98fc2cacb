namespace SlaPlatform.Integration.Tests.BadInput;

/// <summary>How an answer is judged.</summary>
internal enum DemandKind
{
    /// <summary>Answered or refused, in order.</summary>
    Orderly,

    /// <summary>Answered.</summary>
    Answered,

    /// <summary>Refused.</summary>
    Refused,

    /// <summary>Refused without a field, as no message could be read.</summary>
    Unreadable,
}
