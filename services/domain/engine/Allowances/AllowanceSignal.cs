using NodaTime;

namespace SlaPlatform.Engine.Allowances;

/// <summary>Something that the account should know of an allowance; each is raised once in a period.</summary>
/// <param name="Id">Unique in the ledger and the same whenever it is asked for.</param>
/// <param name="Kind">What it says.</param>
/// <param name="RaisedTime">When it became true, or was learnt when that was later.</param>
/// <param name="PeriodStart">The first instant of the period.</param>
/// <param name="NoticeDays">How many days before the end of the period it is raised; null of other kinds.</param>
/// <param name="Available">Units then available.</param>
/// <param name="Granted">Units then granted in the period.</param>
public sealed record AllowanceSignal(
    string Id, AllowanceSignalKind Kind, Instant RaisedTime, Instant PeriodStart, int? NoticeDays, decimal Available, decimal Granted);
