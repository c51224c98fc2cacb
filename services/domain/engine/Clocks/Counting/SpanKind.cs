namespace SlaPlatform.Engine.Clocks.Counting;

/// <summary>Whether a clock counts, and if not, why.</summary>
internal enum SpanKind
{
    Counting,
    Paused,
    Excluded,
    Answered,
}
