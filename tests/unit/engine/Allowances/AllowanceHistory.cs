using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using SlaPlatform.Engine.Allowances;

namespace SlaPlatform.Engine.Tests.Allowances;

/// <summary>A subscription with its changes and what is told its ledger, at random.</summary>
/// <param name="Terms">The subscription.</param>
/// <param name="Told">Commands by when they are told.</param>
/// <param name="Touches">When somebody looks and what has come due is written.</param>
internal sealed record AllowanceHistory(AllowanceTerms Terms, ImmutableArray<(Instant At, LedgerCommand Command)> Told, ImmutableArray<Instant> Touches)
{
    private const int Days = 500;
    private static readonly Instant Start = Times.At("2026-01-01 00:00", Allowing.Brussels);

    private static readonly Gen<Instant> Moments = Gen.Int[0, Days * 96].Select(quarters => Start + (Duration.FromMinutes(15) * quarters));

    private static readonly Gen<AllowanceRule?> Rules = Gen.Frequency(
        (5, OneOf(0m, 4m, 12m).Select(amount => (AllowanceRule?)Allowing.TamHours(amount))),
        (1, Gen.Const((AllowanceRule?)(Allowing.TamHours(6) with { CarriesOver = true }))),
        (3, OneOf(3m, 10m, 25m).Select(amount => (AllowanceRule?)Allowing.ServiceDays(amount))),
        (1, Gen.Const((AllowanceRule?)null)));

    private static readonly Gen<decimal> Quantities = Gen.Int[1, 40].Select(quarters => quarters * 0.25m);

    private static readonly Gen<(Instant At, LedgerCommand Command)> Commands = Moments.SelectMany(at => Gen.Frequency(
        (6, Gen.Select(Quantities, Gen.Int[0, 40 * 24]).Select((quantity, back) =>
            (LedgerCommand)new LedgerCommand.Consume(quantity, "", back < 480 ? null : at - Duration.FromHours(back - 480)))),
        (4, Gen.Select(Gen.Int[0, 9], Quantities, Gen.Int[1, 40]).Select((id, quantity, days) => (LedgerCommand)new LedgerCommand.Reserve($"r{id}-{at.ToUnixTimeSeconds()}", quantity, "", Duration.FromDays(days)))),
        (1, Quantities.Select(quantity => (LedgerCommand)new LedgerCommand.Grant(quantity, ""))),
        (2, Quantities.Select(quantity => (LedgerCommand)new LedgerCommand.Adjust(-quantity, "", "ann")))).Select(command => (at, command)));

    private static readonly Gen<AllowanceTerms> Subscriptions = Gen.Select(Rules, Gen.Select(Moments, Rules).Array[0, 4], Gen.Bool, Moments, OneOf("2026-05-17", "2026-12-31", "2028-12-31")).Select(
        (first, changes, isCancelled, cancelled, last) =>
        {
            var versions = new List<AllowanceTerm> { Allowing.Term(first, last: last) };
            foreach (var (at, rule) in changes.OrderBy(change => change.Item1))
            {
                versions.Add(versions[^1] with { From = at, Plan = $"{rule}", Rules = [new DatedRule(Instant.MinValue, rule)] });
            }

            if (isCancelled && cancelled > versions[^1].From && cancelled < versions[^1].End)
            {
                versions.Add(versions[^1] with { From = cancelled, CancelledFrom = cancelled + Duration.FromDays(3), End = Instant.Min(versions[^1].End, cancelled + Duration.FromDays(3)) });
            }

            return Allowing.Terms([.. versions]);
        });

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    public static Gen<AllowanceHistory> All { get; } = Gen.Select(Subscriptions, Commands.Array[0, 60], Moments.Array[0, 30]).Select(
        (terms, told, touches) => new AllowanceHistory(terms, [.. told.OrderBy(one => one.At)], [.. touches.Order()]));

    /// <summary>The ledger when all has been told; whatever reserves is settled or released by every second command that follows it.</summary>
    public Ledger Run(bool touched)
    {
        var ledger = new Ledger(Terms);
        var touches = new Queue<Instant>(touched ? Touches : []);
        var even = false;
        foreach (var (at, command) in Told)
        {
            while (touches.TryPeek(out var touch) && touch <= at)
            {
                ledger.Touch(touches.Dequeue());
            }

            ledger.Tell(at, command);
            even = !even;
            if (even && ledger.State.Holds.Values.FirstOrDefault() is { } hold)
            {
                ledger.Tell(at, hold.Quantity > 3 ? new LedgerCommand.Settle(hold.Id, hold.Quantity + (at.ToUnixTimeSeconds() % 7 < 3 ? 0.5m : -1)) : new LedgerCommand.Release(hold.Id));
            }
        }

        ledger.Touch(Start + Duration.FromDays(Days + 1));
        return ledger;
    }

    public override string ToString() => $"{string.Join("; ", Terms.Versions.Select(version => $"{version.From} {version.Plan} until {version.End}"))}: {Told.Length} commands";
}
