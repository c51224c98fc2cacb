namespace SlaPlatform.PolicyDocuments.Comparing;

/// <summary>One step of the way to a statement in a policy document.</summary>
/// <param name="Text">The key or id.</param>
/// <param name="IsId">Whether the document's author chose it (a plan, a calendar), or the format has it (<c>plans</c>, <c>zone</c>).</param>
public readonly record struct PathStep(string Text, bool IsId);
