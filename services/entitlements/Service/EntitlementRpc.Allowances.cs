using Grpc.Core;
using SlaPlatform.Contracts.Entitlements.V1;

namespace SlaPlatform.Entitlements.Service;

/// <summary>What plans grant for a period.</summary>
internal sealed partial class EntitlementRpc
{
    public override Task<GetBalancesResponse> GetBalances(GetBalancesRequest request, ServerCallContext context) => allowances.BalancesAsync(request, context);

    public override Task<Allowance> GrantAllowance(GrantAllowanceRequest request, ServerCallContext context) =>
        context.Answer(ledger.GrantAsync(request, context.CancellationToken));

    public override Task<Reservation> ReserveAllowance(ReserveAllowanceRequest request, ServerCallContext context) =>
        context.Answer(ledger.ReserveAsync(request, context.CancellationToken));

    public override Task<Reservation> GetReservation(GetReservationRequest request, ServerCallContext context) =>
        allowances.GetReservationAsync(request, context.CancellationToken);

    public override Task<Reservation> SettleReservation(SettleReservationRequest request, ServerCallContext context) =>
        context.Answer(ledger.SettleAsync(request, context.CancellationToken));

    public override Task<Reservation> ReleaseReservation(ReleaseReservationRequest request, ServerCallContext context) =>
        context.Answer(ledger.ReleaseAsync(request, context.CancellationToken));

    public override Task<Allowance> ConsumeAllowance(ConsumeAllowanceRequest request, ServerCallContext context) =>
        context.Answer(ledger.ConsumeAsync(request, context.CancellationToken));

    public override Task<Allowance> AdjustAllowance(AdjustAllowanceRequest request, ServerCallContext context) =>
        context.Answer(ledger.AdjustAsync(request, context.CancellationToken));

    public override Task<ListLedgerEntriesResponse> ListLedgerEntries(ListLedgerEntriesRequest request, ServerCallContext context) =>
        allowances.EntriesAsync(request, context.CancellationToken);

    public override Task<ListAllowanceSignalsResponse> ListAllowanceSignals(ListAllowanceSignalsRequest request, ServerCallContext context) =>
        allowances.SignalsAsync(request, context.CancellationToken);
}
