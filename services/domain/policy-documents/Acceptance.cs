namespace SlaPlatform.PolicyDocuments;

/// <summary>A finding of the linter that the document's author knows of and lets stand.</summary>
/// <param name="Rule">The rule of the finding.</param>
/// <param name="Path">The path of the finding; <c>*</c> stands for one step of it.</param>
/// <param name="Reason">Why it stands.</param>
public sealed record Acceptance(string Rule, string Path, string Reason);
