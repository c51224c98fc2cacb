namespace SlaPlatform.Engine.Allowances;

/// <summary>How an allowance stands in a period. Granted = available + reserved + consumed.</summary>
/// <param name="Period">The period.</param>
/// <param name="Granted">Units granted in it so far, less what a change of plan took.</param>
/// <param name="Available">Units that can be reserved or consumed.</param>
/// <param name="Reserved">Units held.</param>
/// <param name="Consumed">Units used.</param>
public sealed record AllowanceBalance(AllowancePeriod Period, decimal Granted, decimal Available, decimal Reserved, decimal Consumed)
{
    /// <summary>What entries of a period come to.</summary>
    internal static AllowanceBalance Of(AllowancePeriod period, IEnumerable<LedgerEntry> entries)
    {
        var state = LedgerState.Of(entries);
        return new AllowanceBalance(period, state.Granted, state.Available, state.Reserved, state.Consumed);
    }
}
