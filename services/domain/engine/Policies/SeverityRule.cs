using System.Collections.Immutable;

namespace SlaPlatform.Engine.Policies;

/// <summary>A rule of triage: a report that passes all tests belongs to the level.</summary>
/// <param name="Id">The rule's id in its policy, named in assessments.</param>
/// <param name="Level">The level that it proposes.</param>
/// <param name="AllOf">Tests that must all pass.</param>
/// <param name="Text">What it says to a reader.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record SeverityRule(string Id, int Level, ImmutableArray<ReportTest> AllOf, LocalizedText Text, string Source);
