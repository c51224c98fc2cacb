using System.Collections.Immutable;
using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Allowances;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql;
using DomainEntry = SlaPlatform.Engine.Allowances.LedgerEntry;

namespace SlaPlatform.Entitlements.Allowances;

/// <summary>Reads allowances. What the time has brought since the last booking is worked out, not written.</summary>
internal sealed class AllowanceQueries(IDbContextFactory<EntitlementsDb> stores, TermsLoader loader, TimeProvider time)
{
    private static readonly Duration LongestLookBack = Duration.FromDays(366);

    public async Task<GetBalancesResponse> BalancesAsync(GetBalancesRequest request, ServerCallContext context)
    {
        var checks = new RequestChecks();
        var now = time.GetStoredInstant();
        var account = checks.RequiredName<AccountName>("account", request.Account);
        var asOf = checks.Time("as_of_time", request.AsOfTime);
        var language = context.Language(checks, request.Language);
        if (asOf > now + AllowanceLedger.Tolerance)
        {
            checks.Add(ErrorReason.TimeOutOfRange, "as_of_time", "It is in the future, which nobody has booked yet; give a time that is past, or leave it unset.");
        }

        checks.ThrowIfAny();
        var terms = await loader.LoadAllAsync(account!.Account, context.CancellationToken);
        await using var db = await stores.CreateDbContextAsync(context.CancellationToken);
        await using var snapshot = await db.BeginSnapshotAsync(context.CancellationToken);
        var answer = new GetBalancesResponse();
        foreach (var (of, name) in terms.SelectMany(of => of.Features.Select(feature => (of, new AllowanceName(account.Account, of.Name.Subscription, feature)))))
        {
            if (await BalanceAtAsync(db, of, name, Instant.Min(asOf ?? now, now), now, context.CancellationToken) is { } balance)
            {
                answer.Allowances.Add(balance.ToWire(name, of.TitleOf(name.Feature, balance.Period.Start, language)));
            }
        }

        return answer;
    }

    /// <summary>The balance of one allowance now, in English.</summary>
    public static async Task<Allowance> BalanceAsync(EntitlementsDb db, SubscriptionTerms terms, AllowanceName name, Instant now, CancellationToken cancellation)
    {
        var balance = await BalanceAtAsync(db, terms, name, now, now, cancellation) ?? throw LedgerRefusals.NoAllowance(name);
        return balance.ToWire(name, terms.TitleOf(name.Feature, now, LocalizedText.Default));
    }

    public async Task<ListLedgerEntriesResponse> EntriesAsync(ListLedgerEntriesRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<AllowanceName>("parent", request.Parent);
        var size = checks.PageSize(request.PageSize);
        var token = PageTokens.Decode(checks, request, request.PageToken);
        var after = 0L;
        if (token is not null && !long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            PageTokens.Refuse(checks);
        }

        checks.ThrowIfAny();
        var terms = (await loader.LoadAsync(name!.SubscriptionName, cancellation)).Of(name.Feature);
        await using var db = await stores.CreateDbContextAsync(cancellation);
        await using var snapshot = await db.BeginSnapshotAsync(cancellation);
        var stored = await StoredLedger.Entries(db, name).Where(entry => entry.Sequence > after).OrderBy(entry => entry.Sequence).Take(size + 1).ToListAsync(cancellation);
        var due = AllowanceLedger.Advance((await StoredLedger.OpenAsync(db, name, cancellation)).State, terms, time.GetStoredInstant()).Entries;
        List<DomainEntry> found = [.. stored.Select(LedgerRows.ToEntry), .. due.Where(entry => entry.Sequence > after)];
        var page = found.Take(size).ToList();
        return new ListLedgerEntriesResponse
        {
            Entries = { page.Select(entry => entry.ToWire(name)) },
            NextPageToken = found.Count > size ? PageTokens.Encode(request, page[^1].Sequence.ToString(CultureInfo.InvariantCulture)) : "",
        };
    }

    public async Task<Reservation> GetReservationAsync(GetReservationRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<ReservationName>("name", request.Name);
        checks.ThrowIfAny();
        var terms = await loader.LoadAsync(name!.AllowanceName.SubscriptionName, cancellation);
        await using var db = await stores.CreateDbContextAsync(cancellation);
        await using var snapshot = await db.BeginSnapshotAsync(cancellation);
        return await ReservationAsync(db, terms, name, time.GetStoredInstant(), cancellation);
    }

    public async Task<ListAllowanceSignalsResponse> SignalsAsync(ListAllowanceSignalsRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var now = time.GetStoredInstant();
        var account = checks.RequiredName<AccountName>("parent", request.Parent);
        var from = checks.Time("start_time", request.StartTime) ?? now - LongestLookBack;
        if (from < now - LongestLookBack - AllowanceLedger.Tolerance)
        {
            checks.Add(ErrorReason.TimeOutOfRange, "start_time", $"It is more than {LongestLookBack.Days} days ago; give a later time.");
        }

        checks.ThrowIfAny();
        var found = new List<Contracts.Entitlements.V1.AllowanceSignal>();
        var terms = await loader.LoadAllAsync(account!.Account, cancellation);
        await using var db = await stores.CreateDbContextAsync(cancellation);
        await using var snapshot = await db.BeginSnapshotAsync(cancellation);
        foreach (var (of, name) in terms.SelectMany(of => of.Features.Select(feature => (of, new AllowanceName(account.Account, of.Name.Subscription, feature)))))
        {
            var rules = of.Of(name.Feature);
            var due = AllowanceLedger.Advance((await StoredLedger.OpenAsync(db, name, cancellation)).State, rules, now).Entries;
            // Nothing is left over from one period to the next, so that the periods before say nothing of those that count.
            var first = AllowanceSchedule.Of(rules, from).Current?.Start ?? from;
            var stored = await StoredLedger.Entries(db, name).Where(entry => entry.PeriodStart >= first).OrderBy(entry => entry.Sequence).ToListAsync(cancellation);
            ImmutableArray<DomainEntry> entries = [.. stored.Select(LedgerRows.ToEntry), .. due.Where(entry => entry.PeriodStart >= first)];
            found.AddRange(AllowanceSignals.Of(entries, rules, now).Where(signal => signal.RaisedTime >= from).Select(signal => signal.ToWire(name)));
        }

        var ordered = found.OrderBy(signal => signal.RaiseTime.ToInstant()).ThenBy(signal => signal.Allowance, StringComparer.Ordinal).ThenBy(signal => signal.Id, StringComparer.Ordinal).ToList();
        var page = Pages.Cut(checks, request, request.PageSize, request.PageToken, ordered, signal => $"{signal.Allowance} {signal.Id}");
        return new ListAllowanceSignalsResponse { Signals = { page.Items }, NextPageToken = page.NextPageToken };
    }

    /// <summary>Whether a reservation was ever made.</summary>
    public static Task<bool> ExistsAsync(EntitlementsDb db, ReservationName name, CancellationToken cancellation) =>
        StoredLedger.Entries(db, name.AllowanceName).AnyAsync(entry => entry.Reservation == name.Reservation, cancellation);

    /// <summary>A reservation as it stands at a time.</summary>
    /// <exception cref="RefusalException">There is none.</exception>
    public static async Task<Reservation> ReservationAsync(
        EntitlementsDb db, SubscriptionTerms terms, ReservationName name, Instant now, CancellationToken cancellation)
    {
        var stored = await StoredLedger.Entries(db, name.AllowanceName).Where(entry => entry.Reservation == name.Reservation).OrderBy(entry => entry.Sequence).ToListAsync(cancellation);
        if (stored.Count == 0)
        {
            throw LedgerRefusals.NoReservation(name);
        }

        var ledger = await StoredLedger.OpenAsync(db, name.AllowanceName, cancellation);
        var due = AllowanceLedger.Advance(ledger.State, terms.Of(name.Feature), now).Entries;
        var entries = stored.Select(LedgerRows.ToEntry).Concat(due.Where(entry => entry.Reservation == name.Reservation)).ToList();
        return name.ToReservation(entries[0], entries.ElementAtOrDefault(1));
    }

    private static async Task<AllowanceBalance?> BalanceAtAsync(
        EntitlementsDb db, SubscriptionTerms of, AllowanceName name, Instant at, Instant now, CancellationToken cancellation)
    {
        var terms = of.Of(name.Feature);
        var turn = AllowanceLedger.Advance((await StoredLedger.OpenAsync(db, name, cancellation)).State, terms, now);
        if (AllowanceSchedule.Of(terms, at).Current is not { } period)
        {
            return null;
        }

        if (at == now && turn.After.PeriodStart == period.Start)
        {
            return new AllowanceBalance(period, turn.After.Granted, turn.After.Available, turn.After.Reserved, turn.After.Consumed);
        }

        var stored = await StoredLedger.PeriodAsync(db, name, period.Start, cancellation);
        return AllowanceLedger.BalanceAt([.. stored, .. turn.Entries], terms, at);
    }
}
