using NodaTime;

namespace SlaPlatform.Engine.Allowances;

/// <summary>A reservation that is neither settled nor released.</summary>
/// <param name="Id">Its id in the ledger.</param>
/// <param name="Quantity">Units held; more than zero.</param>
/// <param name="Until">When it lapses.</param>
public sealed record AllowanceHold(string Id, decimal Quantity, Instant Until);
