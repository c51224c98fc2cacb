using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Allowances;

/// <summary>What the entries of a ledger come to: all that a decision needs, so that it does not read them all again.</summary>
public sealed record LedgerState
{
    /// <summary>The ledger without entries.</summary>
    public static LedgerState Empty { get; } = new();

    /// <summary>The sequence of the last entry; 0 without one.</summary>
    public long Sequence { get; init; }

    /// <summary>The record time of the last entry: what the terms cause up to then is posted.</summary>
    public Instant AsOf { get; init; } = Instant.MinValue;

    /// <summary>The first instant of the period of the last entry; null without one.</summary>
    public Instant? PeriodStart { get; init; }

    /// <summary>Units granted in that period, more and less than the plan's included.</summary>
    public decimal Granted { get; init; }

    /// <summary>Units that can be reserved or consumed.</summary>
    public decimal Available { get; init; }

    /// <summary>Units held.</summary>
    public decimal Reserved { get; init; }

    /// <summary>Units used in that period.</summary>
    public decimal Consumed { get; init; }

    /// <summary>The reservations that are held, by id.</summary>
    public ImmutableSortedDictionary<string, AllowanceHold> Holds { get; init; } = ImmutableSortedDictionary.Create<string, AllowanceHold>(StringComparer.Ordinal);

    /// <summary>What entries come to, from the first on.</summary>
    public static LedgerState Of(IEnumerable<LedgerEntry> entries) => entries.Aggregate(Empty, (state, entry) => state.With(entry));

    /// <summary>The state after one entry more.</summary>
    public LedgerState With(LedgerEntry entry)
    {
        var isNewPeriod = entry.PeriodStart != PeriodStart;
        return this with
        {
            Sequence = entry.Sequence,
            AsOf = Instant.Max(AsOf, entry.RecordTime),
            PeriodStart = entry.PeriodStart,
            Granted = (isNewPeriod ? 0 : Granted) - entry.On(LedgerAccount.Granted),
            Available = Available + entry.On(LedgerAccount.Available),
            Reserved = Reserved + entry.On(LedgerAccount.Reserved),
            Consumed = (isNewPeriod ? 0 : Consumed) + entry.On(LedgerAccount.Consumed),
            Holds = entry switch
            {
                { Reservation: null } => Holds,
                { HoldUntil: { } until } => Holds.SetItem(entry.Reservation, new AllowanceHold(entry.Reservation, entry.On(LedgerAccount.Reserved), until)),
                _ => Holds.Remove(entry.Reservation),
            },
        };
    }

    /// <inheritdoc/>
    public bool Equals(LedgerState? other) => other is not null && Sequence == other.Sequence && AsOf == other.AsOf && PeriodStart == other.PeriodStart
        && Granted == other.Granted && Available == other.Available && Reserved == other.Reserved && Consumed == other.Consumed
        && Holds.Values.SequenceEqual(other.Holds.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Sequence, AsOf);
}
