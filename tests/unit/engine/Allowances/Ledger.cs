using NodaTime;
using SlaPlatform.Engine.Allowances;

namespace SlaPlatform.Engine.Tests.Allowances;

/// <summary>A ledger as a store keeps it.</summary>
internal sealed class Ledger(AllowanceTerms terms)
{
    public List<LedgerEntry> Entries { get; } = [];

    public LedgerState State { get; private set; } = LedgerState.Empty;

    public LedgerDecision Tell(string at, LedgerCommand command) => Tell(Times.At(at, Allowing.Brussels), command);

    public LedgerDecision Tell(Instant now, LedgerCommand command)
    {
        var decision = AllowanceLedger.Decide(State, terms, command, now);
        if (decision is LedgerDecision.NeedsEntries needed)
        {
            decision = AllowanceLedger.Decide(State, terms, command, now, [.. Entries.Where(entry => entry.PeriodStart == needed.PeriodStart)]);
        }

        if (decision is LedgerDecision.Accepted accepted)
        {
            Append(accepted.Turn);
        }

        return decision;
    }

    public LedgerRefusalKind Refused(string at, LedgerCommand command) => Assert.Single(Assert.IsType<LedgerDecision.Refused>(Tell(at, command)).Refusals).Kind;

    public void Done(string at, LedgerCommand command) => Assert.IsType<LedgerDecision.Accepted>(Tell(at, command));

    public void Touch(Instant now) => Append(AllowanceLedger.Advance(State, terms, now));

    public IReadOnlyList<LedgerEntry> Until(string at) =>
        [.. Entries, .. AllowanceLedger.Advance(State, terms, Times.At(at, Allowing.Brussels)).Entries];

    /// <summary>Granted, available, reserved, consumed.</summary>
    public (decimal Granted, decimal Available, decimal Reserved, decimal Consumed)? At(string at) =>
        terms.Balance(Until(at), at) is { } balance ? (balance.Granted, balance.Available, balance.Reserved, balance.Consumed) : null;

    private void Append(LedgerTurn turn)
    {
        Entries.AddRange(turn.Entries);
        State = turn.After;
    }
}
