namespace SlaPlatform.Benchmarks.Load;

/// <summary>What a load came to.</summary>
/// <param name="PerSecond">Calls answered a second.</param>
/// <param name="P50">Half of the calls took no longer.</param>
/// <param name="P99">99 % of the calls took no longer.</param>
internal sealed record LoadResult(double PerSecond, TimeSpan P50, TimeSpan P99);
