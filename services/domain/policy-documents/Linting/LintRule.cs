using SlaPlatform.Engine.Policies;

namespace SlaPlatform.PolicyDocuments.Linting;

/// <summary>A rule: its id, and what it finds as paths with messages.</summary>
internal sealed record LintRule(string Id, Func<Policy, IEnumerable<(string Path, string Message)>> Find);
