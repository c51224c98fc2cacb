using Grpc.Core;
using SlaPlatform.Contracts.Entitlements.V1;

namespace SlaPlatform.Entitlements.Service;

/// <summary>What vendors owe beside their clocks: sunsets, obligations, named people.</summary>
internal sealed partial class EntitlementRpc
{
    public override Task<ComputeSunsetTermsResponse> ComputeSunsetTerms(ComputeSunsetTermsRequest request, ServerCallContext context) =>
        sunsetTerms.RunAsync(request, context.CancellationToken);

    public override Task<Sunset> AnnounceSunset(AnnounceSunsetRequest request, ServerCallContext context) =>
        context.Answer(sunsets.AnnounceAsync(request, context.CancellationToken));

    public override Task<ListSunsetsResponse> ListSunsets(ListSunsetsRequest request, ServerCallContext context) =>
        sunsets.ListAsync(request, context.CancellationToken);

    public override Task<TerminationQuote> QuoteTermination(QuoteTerminationRequest request, ServerCallContext context) =>
        terminations.QuoteAsync(request, context.CancellationToken);

    public override Task<TerminationQuote> TerminateForSunset(TerminateForSunsetRequest request, ServerCallContext context) =>
        context.Answer(terminations.TerminateAsync(request, context.CancellationToken));

    public override Task<ListObligationsResponse> ListObligations(ListObligationsRequest request, ServerCallContext context) =>
        obligations.ListAsync(request, context);

    public override Task<Obligation> CompleteObligation(CompleteObligationRequest request, ServerCallContext context) =>
        context.Answer(obligations.CompleteAsync(request, context.CancellationToken));

    public override Task<Occasion> RecordOccasion(RecordOccasionRequest request, ServerCallContext context) =>
        context.Answer(occasions.RecordAsync(request, context.CancellationToken));

    public override Task<ListOccasionsResponse> ListOccasions(ListOccasionsRequest request, ServerCallContext context) =>
        occasions.ListAsync(request, context.CancellationToken);

    public override Task<Assignment> SetAssignment(SetAssignmentRequest request, ServerCallContext context) =>
        context.Answer(assignments.SetAsync(request, context.CancellationToken));

    public override Task<ListAssignmentsResponse> ListAssignments(ListAssignmentsRequest request, ServerCallContext context) =>
        assignments.ListAsync(request, context.CancellationToken);

    public override Task<RouteTicketResponse> RouteTicket(RouteTicketRequest request, ServerCallContext context) =>
        router.RunAsync(request, context.CancellationToken);
}
