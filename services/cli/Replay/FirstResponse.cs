namespace SlaPlatform.Cli.Replay;

/// <summary>What the log shows of the first response; it has no record of the answers themselves.</summary>
internal enum FirstResponse
{
    /// <summary>The first event in a state other than the new one.</summary>
    State,

    /// <summary>That, or the first event with an assignee, whichever is earlier.</summary>
    Assignment,
}
