using System.Collections.Immutable;

namespace SlaPlatform.Cli.Replay;

/// <summary>A ticket of a log with its events in the order in which they happened; those of one instant in the order of the file.</summary>
internal sealed record LogTicket(string Id, ImmutableArray<LogEvent> Events);
