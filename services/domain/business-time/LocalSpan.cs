namespace SlaPlatform.BusinessTime;

/// <summary>A stretch of wall-clock readings, half-open, in nanoseconds since 1970-01-01T00:00 local.</summary>
internal readonly record struct LocalSpan(long Start, long End, string? Name = null);
