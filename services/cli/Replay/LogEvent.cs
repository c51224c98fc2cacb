using NodaTime;

namespace SlaPlatform.Cli.Replay;

/// <summary>One row of a log.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Channel">How the ticket came, as the log says it; empty when it does not.</param>
internal sealed record LogEvent(long Line, Instant Time, Instant Opened, StateMeaning State, int Level, bool Assigned, string Channel);
