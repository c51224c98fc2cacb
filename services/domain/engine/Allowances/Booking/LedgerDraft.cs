using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Allowances.Booking;

/// <summary>A ledger while entries are added to it.</summary>
internal sealed class LedgerDraft(LedgerState state)
{
    private readonly ImmutableArray<LedgerEntry>.Builder _entries = ImmutableArray.CreateBuilder<LedgerEntry>();

    public LedgerState State { get; private set; } = state;

    public LedgerTurn Turn => new(_entries.ToImmutable(), State);

    /// <summary>Moves units; an entry that would move none is left out.</summary>
    public void Move(LedgerEntry entry, params ReadOnlySpan<Posting> postings)
    {
        ImmutableArray<Posting> moved = [.. postings.ToArray().Where(posting => posting.Quantity != 0)];
        if (moved.IsEmpty)
        {
            return;
        }

        var placed = entry with { Sequence = State.Sequence + 1, Postings = moved };
        _entries.Add(placed);
        State = State.With(placed);
    }

    /// <summary>Moves units from one account to another.</summary>
    public void Move(LedgerEntry entry, LedgerAccount from, LedgerAccount to, decimal quantity) =>
        Move(entry, new Posting(from, -quantity), new Posting(to, quantity));

    /// <summary>An entry without its place and postings.</summary>
    public static LedgerEntry Entry(LedgerOperation operation, Instant at, Instant periodStart, string reason = "") => new()
    {
        Sequence = 0,
        RecordTime = at,
        EffectiveTime = at,
        PeriodStart = periodStart,
        Operation = operation,
        Reason = reason,
        Postings = [],
    };
}
