namespace SlaPlatform.Engine.Triage;

/// <summary>A single other answer that would lead to another outcome: another proposal, or a diversion where there is none.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Value">The answer it would need.</param>
/// <param name="Level">The level it would then propose, or null for none.</param>
/// <param name="IsDiverted">Whether the request would then be diverted.</param>
public sealed record DecisiveFact(string Field, string Value, int? Level, bool IsDiverted = false);
