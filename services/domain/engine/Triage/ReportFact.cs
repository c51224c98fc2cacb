namespace SlaPlatform.Engine.Triage;

/// <summary>An answer of a report.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Value">Its value.</param>
public sealed record ReportFact(string Field, string Value);
