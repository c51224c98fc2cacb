using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Allowances;

/// <summary>What became of a command.</summary>
public abstract record LedgerDecision
{
    private LedgerDecision()
    {
    }

    /// <summary>It is carried out.</summary>
    /// <param name="Turn">What to append: what the time had brought before, then the command's own entry, which is the last.</param>
    public sealed record Accepted(LedgerTurn Turn) : LedgerDecision;

    /// <summary>Nothing is appended.</summary>
    /// <param name="Refusals">Everything that was wrong.</param>
    public sealed record Refused(ImmutableArray<LedgerRefusal> Refusals) : LedgerDecision;

    /// <summary>Not decided: the command reaches back. Decide again with the stored entries of the current period.</summary>
    /// <param name="PeriodStart">The first instant of that period.</param>
    public sealed record NeedsEntries(Instant PeriodStart) : LedgerDecision;
}
