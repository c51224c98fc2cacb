namespace SlaPlatform.Benchmarks.Reporting;

/// <summary>A goal and what became of it.</summary>
/// <param name="Text">The goal.</param>
/// <param name="Measured">What was measured.</param>
/// <param name="Met">Whether that reaches it.</param>
internal sealed record Goal(string Text, string Measured, bool Met);
