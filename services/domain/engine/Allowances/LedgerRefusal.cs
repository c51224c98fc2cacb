namespace SlaPlatform.Engine.Allowances;

/// <summary>Why a command is refused.</summary>
/// <param name="Kind">What sort of refusal it is.</param>
/// <param name="Description">One sentence: what was wrong and what to do.</param>
public sealed record LedgerRefusal(LedgerRefusalKind Kind, string Description);
