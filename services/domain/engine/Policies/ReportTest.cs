using System.Collections.Immutable;

namespace SlaPlatform.Engine.Policies;

/// <summary>Passes when a field of the incident report has one of the values.</summary>
/// <param name="Field">The report's field (see <c>Engine.Triage.ReportField</c>).</param>
/// <param name="AnyOf">Values that pass.</param>
public sealed record ReportTest(string Field, ImmutableArray<string> AnyOf);
