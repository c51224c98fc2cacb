using NodaTime;

namespace SlaPlatform.Engine.Tests.Clocks.Oracle;

/// <summary>What the oracle knows of a plan: the resolution's target at each level.</summary>
internal sealed record OraclePlan(OracleTarget[] Levels);

/// <summary>A target in units, with what half an open minute is worth on its own hours and on the developers'.</summary>
internal sealed record OracleTarget(
    long Units, string[] PausedBy, (Func<Instant, bool> Open, long Units) Own, (Func<Instant, bool> Open, long Units)? Development);
