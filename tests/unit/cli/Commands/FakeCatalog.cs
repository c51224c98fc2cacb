using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using Status = Google.Rpc.Status;

namespace SlaPlatform.Cli.Tests.Commands;

/// <summary>Two plans in two pages, and due times that land when they start.</summary>
internal sealed class FakeCatalog : PlanCatalogService.PlanCatalogServiceBase
{
    public override Task<ListPlansResponse> ListPlans(ListPlansRequest request, ServerCallContext context) => Task.FromResult(request.Parent is not ("policies/-" or "policies/xtm")
        ? throw NotFound("POLICY_NOT_FOUND", request.Parent)
        : request.PageToken.Length == 0
        ? new ListPlansResponse { Plans = { new Plan { Name = "policies/xtm/plans/silver", Title = $"Silver {request.Language}", Channels = { Channel.Portal } } }, NextPageToken = "2" }
        : new ListPlansResponse { Plans = { new Plan { Name = "policies/xtm/plans/gold", Title = "Gold [bold]", Timed = true } } });

    // Of two revisions, a page each; those of a policy cannot be reached.
    public override Task<ListPolicyRevisionsResponse> ListPolicyRevisions(ListPolicyRevisionsRequest request, ServerCallContext context) => Task.FromResult(request.Policy == "policies/away"
        ? throw new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, "The store does not answer."))
        : request.PageToken.Length == 0
        ? new ListPolicyRevisionsResponse { Revisions = { Revision(request.Policy, new DateTime(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc)) }, NextPageToken = "2" }
        : new ListPolicyRevisionsResponse { Revisions = { Revision(request.Policy, new DateTime(2026, 2, 1, 9, 15, 0, DateTimeKind.Utc)) } });

    public override Task<Plan> GetPlan(GetPlanRequest request, ServerCallContext context) => throw NotFound("PLAN_NOT_FOUND", request.Name);

    public override Task<ComparePlansResponse> ComparePlans(ComparePlansRequest request, ServerCallContext context) =>
        Task.FromResult(new ComparePlansResponse { Columns = { new PlanColumn { Title = "Gold" } }, Language = request.Language });

    // A window that closes as it opens is refused for each of its days, as the catalog does.
    public override Task<ComputeDueTimeResponse> ComputeDueTime(ComputeDueTimeRequest request, ServerCallContext context)
    {
        var empty = request.InlineCalendar.Windows.Index().Where(window => window.Item.Open == window.Item.Close).Select(window => new BadRequest.Types.FieldViolation
        {
            Field = $"inline_calendar.windows[{window.Index}].close",
            Reason = "INVALID_WINDOW",
            Description = $"Window {window.Item.Open}-{window.Item.Close} is empty.",
        }).ToArray();
        return empty.Length == 0
            ? Task.FromResult(new ComputeDueTimeResponse { DueTime = request.StartTime })
            : throw new Status
            {
                Code = (int)StatusCode.InvalidArgument,
                Message = $"{empty.Length} faults, the first is {empty[0].Field}: {empty[0].Description}",
                Details = { Any.Pack(new ErrorInfo { Domain = "slaplatform", Reason = "INVALID_WINDOW" }), Any.Pack(new BadRequest { FieldViolations = { empty } }) },
            }.ToRpcException();
    }

    public override Task<ValidatePolicyResponse> ValidatePolicy(ValidatePolicyRequest request, ServerCallContext context) =>
        Task.FromResult(new ValidatePolicyResponse { Publishable = !request.Document.ToStringUtf8().Contains("broken", StringComparison.Ordinal) });

    private static Policy Revision(string policy, DateTime effective) => new() { Name = policy, EffectiveTime = Timestamp.FromDateTime(effective) };

    private static RpcException NotFound(string reason, string resource) => new Status
    {
        Code = (int)StatusCode.NotFound,
        Message = $"There is no {resource}.",
        Details = { Any.Pack(new ErrorInfo { Domain = "slaplatform", Reason = reason, Metadata = { ["resource"] = resource } }) },
    }.ToRpcException();
}
