using Grpc.Core;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Entitlements.Service;

/// <summary>What the coverage work brings: allowances, sunsets, obligations, assignments and routing.</summary>
internal sealed partial class EntitlementRpc
{
    private const string Coverage = "the coverage work";

    public override Task<GetBalancesResponse> GetBalances(GetBalancesRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(GetBalances), Coverage);

    public override Task<Allowance> GrantAllowance(GrantAllowanceRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(GrantAllowance), Coverage);

    public override Task<Reservation> ReserveAllowance(ReserveAllowanceRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ReserveAllowance), Coverage);

    public override Task<Reservation> SettleReservation(SettleReservationRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(SettleReservation), Coverage);

    public override Task<Reservation> ReleaseReservation(ReleaseReservationRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ReleaseReservation), Coverage);

    public override Task<Allowance> ConsumeAllowance(ConsumeAllowanceRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ConsumeAllowance), Coverage);

    public override Task<Allowance> AdjustAllowance(AdjustAllowanceRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(AdjustAllowance), Coverage);

    public override Task<ListLedgerEntriesResponse> ListLedgerEntries(ListLedgerEntriesRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ListLedgerEntries), Coverage);

    public override Task<Sunset> AnnounceSunset(AnnounceSunsetRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(AnnounceSunset), Coverage);

    public override Task<TerminationQuote> QuoteTermination(QuoteTerminationRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(QuoteTermination), Coverage);

    public override Task<TerminationQuote> TerminateForSunset(TerminateForSunsetRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(TerminateForSunset), Coverage);

    public override Task<ListObligationsResponse> ListObligations(ListObligationsRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ListObligations), Coverage);

    public override Task<Obligation> CompleteObligation(CompleteObligationRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(CompleteObligation), Coverage);

    public override Task<Assignment> SetAssignment(SetAssignmentRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(SetAssignment), Coverage);

    public override Task<ListAssignmentsResponse> ListAssignments(ListAssignmentsRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ListAssignments), Coverage);

    public override Task<RouteTicketResponse> RouteTicket(RouteTicketRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(RouteTicket), Coverage);
}
