using Grpc.Core;
using SlaPlatform.Catalog.Questions;
using SlaPlatform.Catalog.Wire;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Catalog.Endpoints;

internal sealed partial class PlanCatalogEndpoint
{
    public override Task<ValidatePolicyResponse> ValidatePolicy(ValidatePolicyRequest request, ServerCallContext context) =>
        Task.FromResult(DocumentCheck.Of(request.Document.Span, context.CancellationToken));

    public override async Task<Policy> PublishPolicy(PublishPolicyRequest request, ServerCallContext context)
    {
        var (published, isRepeat) = await publisher.PublishAsync(request, context.CancellationToken);
        if (isRepeat)
        {
            context.MarkRepeat();
        }

        return published.ToProtoWithDocument(context.Language(new RequestChecks(), ""));
    }

    public override async Task<DiffPolicyRevisionsResponse> DiffPolicyRevisions(DiffPolicyRevisionsRequest request, ServerCallContext context)
    {
        var checks = new RequestChecks();
        var from = checks.RequiredName<PolicyRevisionName>("from_revision", request.FromRevision);
        var to = checks.RequiredName<PolicyRevisionName>("to_revision", request.ToRevision);
        if (from is not null && to is not null && from.Policy != to.Policy)
        {
            checks.Add(ErrorReason.InvalidResourceName, "to_revision", $"It is of policy '{to.Policy}'; give a revision of '{from.Policy}'.");
        }

        var language = context.Language(checks, request.Language);
        checks.ThrowIfAny();
        var now = Now;
        var earlier = await store.FindAsync(from!.Policy, from.Revision, now, context.CancellationToken);
        var later = await store.FindAsync(to!.Policy, to.Revision, now, context.CancellationToken);
        return new DiffPolicyRevisionsResponse { Changes = { new PolicyComparison(earlier.Policy, later.Policy, language).Changes() } };
    }
}
