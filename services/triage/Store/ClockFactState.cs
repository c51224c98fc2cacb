namespace SlaPlatform.Triage.Store;

/// <summary>How far the clock knows of a fact.</summary>
internal enum ClockFactState
{
    /// <summary>It is sent until the clock has answered.</summary>
    Pending,

    /// <summary>The clock has it.</summary>
    Taken,

    /// <summary>The clock refused it for good.</summary>
    Refused,
}
