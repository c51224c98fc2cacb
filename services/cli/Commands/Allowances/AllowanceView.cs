using System.Globalization;
using NodaTime;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Time;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Allowances;

/// <summary>Allowances, reservations and ledgers for people.</summary>
internal static class AllowanceView
{
    public static Table Of(IEnumerable<Allowance> allowances, DateTimeZone zone)
    {
        var table = Tables.Create(null, "allowance", "title", "available", "reserved", "consumed", "granted", "unit", "until").Right(2, 3, 4, 5).Whole(0);
        foreach (var allowance in allowances)
        {
            table.Row(
                Short(allowance.Name), allowance.Title, allowance.Available, allowance.Reserved, allowance.Consumed, allowance.Granted,
                EnumWords.Show(allowance.Unit), InstantText.Show(allowance.PeriodEndTime.ToInstant(), zone));
        }

        return table;
    }

    public static Grid Of(Reservation reservation, DateTimeZone zone) => Tables.Facts(
        ("reservation", Short(reservation.Name)),
        ("state", EnumWords.Show(reservation.State)),
        ("quantity", reservation.Quantity),
        ("settled", reservation.SettledQuantity),
        ("purpose", reservation.Purpose),
        ("holds until", InstantText.Show(reservation.ExpireTime.ToInstant(), zone)));

    public static Table Of(IEnumerable<LedgerEntry> entries, DateTimeZone zone)
    {
        var table = Tables.Create(null, "entry", "when", "operation", "moved", "why", "who", "reservation").Right(0).Whole(6);
        foreach (var entry in entries)
        {
            table.Row(
                $"{entry.Sequence}", InstantText.Show(entry.EffectiveTime.ToInstant(), zone), entry.Operation,
                Moved(entry.Postings), entry.Reason, entry.Actor, ShortNames.Last(entry.Reservation));
        }

        return table;
    }

    // Postings sum to zero: what one side loses the other gains, so that people need no signs.
    internal static string Moved(IReadOnlyCollection<Posting> postings)
    {
        var amounts = postings.Select(posting => (posting.LedgerAccount, Quantity: decimal.Parse(posting.Quantity, NumberStyles.Number, CultureInfo.InvariantCulture))).ToList();
        var from = amounts.Where(amount => amount.Quantity < 0).ToList();
        var to = amounts.Where(amount => amount.Quantity > 0).Select(amount => $"{amount.LedgerAccount} {amount.Quantity.ToString(CultureInfo.InvariantCulture)}");
        var left = from.Select(amount => from.Count == 1 ? amount.LedgerAccount : $"{amount.LedgerAccount} {(-amount.Quantity).ToString(CultureInfo.InvariantCulture)}");
        return $"{string.Join(", ", left)} to {string.Join(", ", to)}";
    }

    public static Table Of(IEnumerable<AllowanceSignal> signals, DateTimeZone zone)
    {
        var table = Tables.Create(null, "raised", "allowance", "signal", "available", "granted").Right(3, 4).Whole(1);
        foreach (var signal in signals)
        {
            table.Row(
                InstantText.Show(signal.RaiseTime.ToInstant(), zone), Short(signal.Allowance),
                $"{EnumWords.Show(signal.Kind)}{(signal.NoticeDays > 0 ? $" in {signal.NoticeDays} days" : "")}", signal.Available, signal.Granted);
        }

        return table;
    }

    /// <summary>A name as the commands take it: <c>acme/main/tam-hours</c>.</summary>
    private static string Short(string name) => string.Join('/', name.Split('/').Where((_, index) => index % 2 == 1));
}
