using NodaTime;
using SlaPlatform.Engine.Allowances;

namespace SlaPlatform.Engine.Tests.Allowances;

/// <summary>Terms of allowances, and ledgers that are told things.</summary>
internal static class Allowing
{
    public const string Brussels = "Europe/Brussels";

    public static AllowanceRule TamHours(decimal amount) => new(amount, AllowanceUnit.Hours, AllowanceInterval.Month, 0.25m, CarriesOver: false);

    public static AllowanceRule ServiceDays(decimal amount) => new(amount, AllowanceUnit.Days, AllowanceInterval.ContractYear, 1, CarriesOver: false);

    /// <summary>A subscription from the first to the last day, on one rule all along.</summary>
    public static AllowanceTerm Term(AllowanceRule? rule, string first = "2026-01-01", string last = "2026-12-31", string zone = Brussels) => new()
    {
        From = Midnight(first, zone),
        Plan = rule?.ToString() ?? "none",
        Zone = Times.Zone(zone),
        Start = Midnight(first, zone),
        End = Midnight(Times.Date(last).PlusDays(1), zone),
        Rules = [new DatedRule(Instant.MinValue, rule)],
    };

    public static AllowanceTerms Terms(params AllowanceTerm[] versions) => new(versions[0].DateOfStart(), [.. versions]);

    extension(AllowanceTerm term)
    {
        public LocalDate DateOfStart() => term.Start.InZone(term.Zone).Date;

        /// <summary>The same subscription on another plan from an instant on.</summary>
        public AllowanceTerm ChangedTo(AllowanceRule? rule, string at) => term with
        {
            From = Times.At(at, term.Zone.Id),
            Plan = rule?.ToString() ?? "none",
            Rules = [new DatedRule(Instant.MinValue, rule)],
        };

        /// <summary>The same subscription cancelled at an instant, from that or a later one on.</summary>
        public AllowanceTerm Cancelled(string at, string? from = null)
        {
            var end = Times.At(from ?? at, term.Zone.Id);
            return term with { From = Times.At(at, term.Zone.Id), CancelledFrom = end, End = Instant.Min(end, term.End) };
        }
    }

    extension(AllowanceTerms terms)
    {
        /// <summary>Grants and what else the terms cause up to an instant: <c>2026-01-01 00:00 renew 12</c>, in Brussels.</summary>
        public IEnumerable<string> Posted(string until) =>
            AllowanceLedger.Advance(LedgerState.Empty, terms, Times.At(until, Brussels)).Entries.Select(Told);

        public AllowanceBalance? Balance(IEnumerable<LedgerEntry> entries, string at) => AllowanceLedger.BalanceAt(entries, terms, Times.At(at, Brussels));
    }

    /// <summary>An entry by what it does to the balance.</summary>
    public static string Told(LedgerEntry entry) =>
        $"{Times.Reading(entry.EffectiveTime, Brussels)} {entry.Operation.ToString().ToLowerInvariant()} {entry.On(LedgerAccount.Available):0.##}";

    private static Instant Midnight(string date, string zone) => Midnight(Times.Date(date), zone);

    private static Instant Midnight(LocalDate date, string zone) => Times.Zone(zone).AtStartOfDay(date).ToInstant();
}
