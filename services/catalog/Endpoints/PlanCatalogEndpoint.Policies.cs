using Grpc.Core;
using SlaPlatform.Catalog.Questions;
using SlaPlatform.Catalog.Revisions;
using SlaPlatform.Catalog.Wire;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Catalog.Endpoints;

internal sealed partial class PlanCatalogEndpoint
{
    private const string AllPolicies = "policies/-";

    public override async Task<Policy> GetPolicy(GetPolicyRequest request, ServerCallContext context)
    {
        var checks = new RequestChecks();
        var (policy, revision) = PolicyOrRevision(checks, "name", request.Name);
        var at = checks.Time("as_of_time", request.AsOfTime) ?? Now;
        var language = context.Language(checks, request.Language);
        checks.ThrowIfAny();
        return (await store.FindAsync(policy, revision, at, context.CancellationToken)).ToProtoWithDocument(language);
    }

    public override async Task<ListPoliciesResponse> ListPolicies(ListPoliciesRequest request, ServerCallContext context)
    {
        var checks = new RequestChecks();
        var language = context.Language(checks, request.Language);
        var now = Now;
        var book = await store.BookAsync(now, context.CancellationToken);
        var page = Pages.Cut(checks, request, request.PageSize, request.PageToken, [.. book.InForce(now)], publication => publication.Policy.Id);
        return new ListPoliciesResponse { Policies = { page.Items.Select(publication => publication.ToProto(language)) }, NextPageToken = page.NextPageToken };
    }

    public override async Task<ListPolicyRevisionsResponse> ListPolicyRevisions(ListPolicyRevisionsRequest request, ServerCallContext context)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<PolicyName>("policy", request.Policy);
        var language = context.Language(checks, "");
        checks.PageSize(request.PageSize);
        checks.ThrowIfAny();
        var history = await store.HistoryAsync(name!.Policy, context.CancellationToken);
        var page = Pages.Cut(checks, request, request.PageSize, request.PageToken, history, publication => publication.Revision.Id);
        return new ListPolicyRevisionsResponse { Revisions = { page.Items.Select(publication => publication.ToProto(language)) }, NextPageToken = page.NextPageToken };
    }

    public override async Task<Plan> GetPlan(GetPlanRequest request, ServerCallContext context)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<PlanName>("name", request.Name);
        var at = checks.Time("as_of_time", request.AsOfTime) ?? Now;
        var language = context.Language(checks, request.Language);
        checks.ThrowIfAny();
        var publication = await store.FindAsync(name!.Policy, name.Revision, at, context.CancellationToken);
        return FindPlan(publication, name).ToProto(publication, language);
    }

    public override async Task<ListPlansResponse> ListPlans(ListPlansRequest request, ServerCallContext context)
    {
        var checks = new RequestChecks();
        var language = context.Language(checks, request.Language);
        checks.PageSize(request.PageSize);
        Publication[] publications;
        if (request.Parent == AllPolicies)
        {
            checks.ThrowIfAny();
            var now = Now;
            publications = [.. (await store.BookAsync(now, context.CancellationToken)).InForce(now)];
        }
        else
        {
            var (policy, revision) = PolicyOrRevision(checks, "parent", request.Parent);
            checks.ThrowIfAny();
            publications = [await store.FindAsync(policy, revision, Now, context.CancellationToken)];
        }

        (Publication Publication, Engine.Policies.Plan Plan)[] plans = [.. publications.SelectMany(publication => publication.Policy.Plans.Select(plan => (publication, plan)))];
        var page = Pages.Cut(checks, request, request.PageSize, request.PageToken, plans, entry => $"{entry.Publication.Policy.Id}/{entry.Plan.Id}");
        return new ListPlansResponse { Plans = { page.Items.Select(entry => entry.Plan.ToProto(entry.Publication, language)) }, NextPageToken = page.NextPageToken };
    }

    public override async Task<BusinessCalendar> GetBusinessCalendar(GetBusinessCalendarRequest request, ServerCallContext context)
    {
        var checks = new RequestChecks();
        var name = checks.RequiredName<CalendarName>("name", request.Name);
        var at = checks.Time("as_of_time", request.AsOfTime) ?? Now;
        checks.ThrowIfAny();
        var publication = await store.FindAsync(name!.Policy, name.Revision, at, context.CancellationToken);
        var resolved = new CalendarName(name.Policy, name.Calendar, publication.Revision.Id);
        return CalendarSource.Find(publication, name).Definition.ToProto(resolved.Format());
    }

    private static Engine.Policies.Plan FindPlan(Publication publication, PlanName name) => publication.Policy.FindPlan(name.Plan) ?? throw Refusals.NotFound(
        ErrorReason.PlanNotFound, name.Format(), $"the policy has {string.Join(", ", publication.Policy.Plans.Select(plan => plan.Id))}");

    private static (string Policy, string? Revision) PolicyOrRevision(RequestChecks checks, string field, string text)
    {
        if (PolicyRevisionName.TryParse(text, out var revision, out _))
        {
            return (revision.Policy, revision.Revision);
        }

        return (checks.RequiredName<PolicyName>(field, text)?.Policy ?? "", null);
    }
}
