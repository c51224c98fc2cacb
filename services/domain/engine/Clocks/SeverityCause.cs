namespace SlaPlatform.Engine.Clocks;

/// <summary>A change of severity, with who made it and why.</summary>
/// <param name="Sequence">The fact's sequence.</param>
/// <param name="Change">The fact.</param>
public sealed record SeverityCause(long Sequence, Fact.SeverityChanged Change);
