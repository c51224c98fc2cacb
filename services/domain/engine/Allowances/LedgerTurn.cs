using System.Collections.Immutable;

namespace SlaPlatform.Engine.Allowances;

/// <summary>Entries to append.</summary>
/// <param name="Entries">In order; may be empty.</param>
/// <param name="After">What the ledger comes to with them.</param>
public sealed record LedgerTurn(ImmutableArray<LedgerEntry> Entries, LedgerState After)
{
    /// <inheritdoc/>
    public bool Equals(LedgerTurn? other) => other is not null && After == other.After && Entries.SequenceEqual(other.Entries);

    /// <inheritdoc/>
    public override int GetHashCode() => After.GetHashCode();
}
