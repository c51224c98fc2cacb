using Grpc.Core;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Triage.Assessments;
using SlaPlatform.Triage.Severities;

namespace SlaPlatform.Triage;

/// <summary>Judges reports under policies. It stores nothing; exclusion decisions and their statistics come with the coverage work.</summary>
internal sealed class TriageRpc(PolicySource policies) : TriageService.TriageServiceBase
{
    public override Task<AssessSeverityResponse> AssessSeverity(AssessSeverityRequest request, ServerCallContext context) =>
        AssessSeverityOperation.RunAsync(policies, request, context);

    public override Task<ListSeveritiesResponse> ListSeverities(ListSeveritiesRequest request, ServerCallContext context) =>
        ListSeveritiesOperation.RunAsync(policies, request, context);

    public override Task<ExclusionDecision> DecideExclusion(DecideExclusionRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(DecideExclusion), PlannedWork.Coverage);

    public override Task<ExclusionDecision> AppealExclusion(AppealExclusionRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(AppealExclusion), PlannedWork.Coverage);

    public override Task<ExclusionDecision> ReverseExclusion(ReverseExclusionRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(ReverseExclusion), PlannedWork.Coverage);

    public override Task<DisagreementStatistics> GetDisagreementStatistics(GetDisagreementStatisticsRequest request, ServerCallContext context) =>
        throw Refusals.Unimplemented(nameof(GetDisagreementStatistics), PlannedWork.Coverage);
}
