namespace SlaPlatform.PolicyDocuments;

/// <summary>Why a document is refused.</summary>
/// <param name="Line">Line of the offending text, counted from 1.</param>
/// <param name="Column">Column of the offending text, counted from 1.</param>
/// <param name="Path">Where it is in the document's own terms, as <c>plans/gold/targets/2/resolution</c>; empty for the whole document.</param>
/// <param name="Rule">The id of the rule it breaks, as <c>unknown-key</c>.</param>
/// <param name="Message">One sentence: what is wrong and what to do.</param>
public sealed record DocumentProblem(int Line, int Column, string Path, string Rule, string Message);
