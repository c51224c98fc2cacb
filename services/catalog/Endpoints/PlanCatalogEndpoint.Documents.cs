using Grpc.Core;
using SlaPlatform.Catalog.Questions;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Catalog.Endpoints;

internal sealed partial class PlanCatalogEndpoint
{
    public override Task<ValidatePolicyResponse> ValidatePolicy(ValidatePolicyRequest request, ServerCallContext context) =>
        Task.FromResult(DocumentCheck.Of(request.Document.Span));

    public override Task<Policy> PublishPolicy(PublishPolicyRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(PublishPolicy), PlannedWork.Coverage);

    public override Task<DiffPolicyRevisionsResponse> DiffPolicyRevisions(DiffPolicyRevisionsRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(DiffPolicyRevisions), PlannedWork.Coverage);
}
