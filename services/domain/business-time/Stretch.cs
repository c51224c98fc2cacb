namespace SlaPlatform.BusinessTime;

/// <summary>A half-open stretch in nanoseconds since 1970-01-01T00:00: of wall-clock readings or, once projected, of instants.</summary>
internal readonly record struct Stretch(long Start, long End, string? Name = null);
