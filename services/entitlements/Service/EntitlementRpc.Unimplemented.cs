using Grpc.Core;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Entitlements.Service;

/// <summary>What the coverage work brings: allowances, sunsets, obligations, assignments and routing.</summary>
internal sealed partial class EntitlementRpc
{
    public override Task<GetBalancesResponse> GetBalances(GetBalancesRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(GetBalances), PlannedWork.Coverage);

    public override Task<Allowance> GrantAllowance(GrantAllowanceRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(GrantAllowance), PlannedWork.Coverage);

    public override Task<Reservation> ReserveAllowance(ReserveAllowanceRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ReserveAllowance), PlannedWork.Coverage);

    public override Task<Reservation> SettleReservation(SettleReservationRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(SettleReservation), PlannedWork.Coverage);

    public override Task<Reservation> ReleaseReservation(ReleaseReservationRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ReleaseReservation), PlannedWork.Coverage);

    public override Task<Allowance> ConsumeAllowance(ConsumeAllowanceRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ConsumeAllowance), PlannedWork.Coverage);

    public override Task<Allowance> AdjustAllowance(AdjustAllowanceRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(AdjustAllowance), PlannedWork.Coverage);

    public override Task<ListLedgerEntriesResponse> ListLedgerEntries(ListLedgerEntriesRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ListLedgerEntries), PlannedWork.Coverage);

    public override Task<Sunset> AnnounceSunset(AnnounceSunsetRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(AnnounceSunset), PlannedWork.Coverage);

    public override Task<TerminationQuote> QuoteTermination(QuoteTerminationRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(QuoteTermination), PlannedWork.Coverage);

    public override Task<TerminationQuote> TerminateForSunset(TerminateForSunsetRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(TerminateForSunset), PlannedWork.Coverage);

    public override Task<ListObligationsResponse> ListObligations(ListObligationsRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ListObligations), PlannedWork.Coverage);

    public override Task<Obligation> CompleteObligation(CompleteObligationRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(CompleteObligation), PlannedWork.Coverage);

    public override Task<Assignment> SetAssignment(SetAssignmentRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(SetAssignment), PlannedWork.Coverage);

    public override Task<ListAssignmentsResponse> ListAssignments(ListAssignmentsRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ListAssignments), PlannedWork.Coverage);

    public override Task<RouteTicketResponse> RouteTicket(RouteTicketRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(RouteTicket), PlannedWork.Coverage);
}
