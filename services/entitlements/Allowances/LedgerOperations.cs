using Google.Protobuf;
using NodaTime;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Allowances;
using SlaPlatform.Entitlements.Changes;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Entitlements.Terms;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql;
using SlaPlatform.Sql.Mutations;
using ProtobufDuration = Google.Protobuf.WellKnownTypes.Duration;

namespace SlaPlatform.Entitlements.Allowances;

/// <summary>Books on allowances: each a transaction that holds the account, so that a balance is what was decided on.</summary>
internal sealed class LedgerOperations(Mutator<EntitlementsDb> mutator, TermsLoader loader, TimeProvider time)
{
    private const int LongestReason = 1000;
    private const int LongestActor = 200;
    private static readonly Duration DefaultHold = Duration.FromHours(24);

    public Task<Changed<Allowance>> GrantAsync(GrantAllowanceRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<AllowanceName>("name", request.Name);
        var command = new LedgerCommand.Grant(checks.Quantity("quantity", request.Quantity), checks.RequiredText("reason", request.Reason, LongestReason));
        return BookAsync(checks, request, request.RequestId, name, command, cancellation);
    }

    public Task<Changed<Allowance>> ConsumeAsync(ConsumeAllowanceRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<AllowanceName>("name", request.Name);
        var command = new LedgerCommand.Consume(
            checks.Quantity("quantity", request.Quantity),
            checks.Text("purpose", request.Purpose, LongestReason),
            checks.Time("effective_time", request.EffectiveTime));
        return BookAsync(checks, request, request.RequestId, name, command, cancellation);
    }

    public Task<Changed<Allowance>> AdjustAsync(AdjustAllowanceRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<AllowanceName>("name", request.Name);
        var command = new LedgerCommand.Adjust(
            checks.Quantity("quantity", request.Quantity),
            checks.RequiredText("reason", request.Reason, LongestReason),
            checks.RequiredText("actor", request.Actor, LongestActor));
        return BookAsync(checks, request, request.RequestId, name, command, cancellation);
    }

    public Task<Changed<Reservation>> ReserveAsync(ReserveAllowanceRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<AllowanceName>("name", request.Name);
        var requestId = checks.RequestId(request.RequestId);
        var command = new LedgerCommand.Reserve(
            requestId,
            checks.Quantity("quantity", request.Quantity),
            checks.Text("purpose", request.Purpose, LongestReason),
            Hold(checks, request.HoldDuration));
        checks.ThrowIfAny();
        return HoldAsync(request, requestId, name!.Reservation(requestId), command, cancellation);
    }

    public Task<Changed<Reservation>> SettleAsync(SettleReservationRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<ReservationName>("name", request.Name);
        var requestId = checks.RequestId(request.RequestId);
        var quantity = checks.Quantity("quantity", request.Quantity);
        checks.ThrowIfAny();
        return HoldAsync(request, requestId, name!, new LedgerCommand.Settle(name!.Reservation, quantity), cancellation);
    }

    public Task<Changed<Reservation>> ReleaseAsync(ReleaseReservationRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<ReservationName>("name", request.Name);
        var requestId = checks.RequestId(request.RequestId);
        checks.ThrowIfAny();
        return HoldAsync(request, requestId, name!, new LedgerCommand.Release(name!.Reservation), cancellation);
    }

    private static Duration Hold(RequestChecks checks, ProtobufDuration? given)
    {
        if (given is null)
        {
            return DefaultHold;
        }

        if (given.TryToNodaDuration(out var hold))
        {
            return hold;
        }

        checks.Add(ErrorReason.FieldOutOfRange, "hold_duration", "It is no sound duration; give more than zero and at most 90 days.");
        return DefaultHold;
    }

    private async Task<Changed<Allowance>> BookAsync(
        RequestChecks checks, IMessage request, string givenId, AllowanceName? name, LedgerCommand command, CancellationToken cancellation)
    {
        var requestId = checks.RequestId(givenId);
        checks.ThrowIfAny();
        return await RunAsync(
            request, requestId, name!, name!.Format(), reservation: null, command,
            (db, terms, now) => AllowanceQueries.BalanceAsync(db, terms, name, now, cancellation), cancellation);
    }

    private Task<Changed<Reservation>> HoldAsync(IMessage request, string requestId, ReservationName name, LedgerCommand command, CancellationToken cancellation) =>
        RunAsync(
            request, requestId, name.AllowanceName, name.Format(), name, command,
            (db, terms, now) => AllowanceQueries.ReservationAsync(db, terms, name, now, cancellation), cancellation);

    private async Task<Changed<T>> RunAsync<T>(
        IMessage request,
        string requestId,
        AllowanceName name,
        string resource,
        ReservationName? reservation,
        LedgerCommand command,
        Func<EntitlementsDb, SubscriptionTerms, Instant, Task<T>> read,
        CancellationToken cancellation)
    {
        var terms = await loader.LoadAsync(name.SubscriptionName, cancellation);
        var at = time.GetStoredInstant();
        var mutation = new Mutation<EntitlementsDb, T>
        {
            Lock = db => db.LockAccountAsync(name.Account, cancellation),
            Apply = async (db, now) =>
            {
                at = now;
                var row = await Rows.SubscriptionAsync(db, name.SubscriptionName, cancellation);
                var terminations = await SubscriptionHistory.TerminationsAsync(db, name.Account, cancellation);
                terms = terms.With(await SubscriptionHistory.VersionsAsync(db, row, cancellation), [.. terminations[name.Subscription]]);
                var ledger = await StoredLedger.OpenAsync(db, name, cancellation);
                if (command is LedgerCommand.Settle or LedgerCommand.Release && !await AllowanceQueries.ExistsAsync(db, reservation!, cancellation))
                {
                    throw LedgerRefusals.NoReservation(reservation!);
                }

                await ledger.DoAsync(terms.Of(name.Feature), command, reservation, now, cancellation);
                return resource;
            },
            Read = (db, _) => read(db, terms, at),
        };
        return await mutator.RunAsync(ChangeRequest.Of(request, requestId, name.Account), mutation, cancellation);
    }
}
