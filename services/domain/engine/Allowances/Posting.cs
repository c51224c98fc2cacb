namespace SlaPlatform.Engine.Allowances;

/// <summary>One side of an entry.</summary>
/// <param name="Account">Where.</param>
/// <param name="Quantity">Units, signed; never zero.</param>
public sealed record Posting(LedgerAccount Account, decimal Quantity);
