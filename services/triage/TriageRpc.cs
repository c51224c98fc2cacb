using Grpc.Core;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Sql.Mutations;
using SlaPlatform.Triage.Assessments;
using SlaPlatform.Triage.Disagreements;
using SlaPlatform.Triage.Exclusions;
using SlaPlatform.Triage.Releases;
using SlaPlatform.Triage.Severities;

namespace SlaPlatform.Triage;

/// <summary>Judges reports under policies, and keeps what people decided about exclusions.</summary>
internal sealed class TriageRpc(PolicySource policies, VersionJudge versions, ReleaseOperations releases, ExclusionOperations exclusions, ExclusionQueries exclusionQueries, DisagreementQuery disagreements)
    : TriageService.TriageServiceBase
{
    public override Task<AssessSeverityResponse> AssessSeverity(AssessSeverityRequest request, ServerCallContext context) =>
        AssessSeverityOperation.RunAsync(policies, versions, request, context);

    public override Task<ListSeveritiesResponse> ListSeverities(ListSeveritiesRequest request, ServerCallContext context) =>
        ListSeveritiesOperation.RunAsync(policies, request, context);

    public override Task<ExclusionDecision> DecideExclusion(DecideExclusionRequest request, ServerCallContext context) =>
        Answer(exclusions.DecideAsync(request, context.CancellationToken), context);

    public override Task<ExclusionDecision> AppealExclusion(AppealExclusionRequest request, ServerCallContext context) =>
        Answer(exclusions.AppealAsync(request, context.CancellationToken), context);

    public override Task<ExclusionDecision> DismissAppeal(DismissAppealRequest request, ServerCallContext context) =>
        Answer(exclusions.DismissAsync(request, context.CancellationToken), context);

    public override Task<ExclusionDecision> ReverseExclusion(ReverseExclusionRequest request, ServerCallContext context) =>
        Answer(exclusions.ReverseAsync(request, context.CancellationToken), context);

    public override Task<ExclusionDecision> GetExclusion(GetExclusionRequest request, ServerCallContext context) =>
        exclusionQueries.GetAsync(request, context.CancellationToken);

    public override Task<ListExclusionsResponse> ListExclusions(ListExclusionsRequest request, ServerCallContext context) =>
        exclusionQueries.ListAsync(request, context.CancellationToken);

    public override Task<DisagreementStatistics> GetDisagreementStatistics(GetDisagreementStatisticsRequest request, ServerCallContext context) =>
        disagreements.RunAsync(request, context.CancellationToken);

    public override Task<Release> RecordRelease(RecordReleaseRequest request, ServerCallContext context) =>
        Answer(releases.RecordAsync(request, context.CancellationToken), context);

    public override Task<Release> EndReleaseSupport(EndReleaseSupportRequest request, ServerCallContext context) =>
        Answer(releases.EndSupportAsync(request, context.CancellationToken), context);

    public override Task<Release> GetRelease(GetReleaseRequest request, ServerCallContext context) => releases.GetAsync(request, context.CancellationToken);

    public override Task<ListReleasesResponse> ListReleases(ListReleasesRequest request, ServerCallContext context) =>
        releases.ListAsync(request, context.CancellationToken);

    private static async Task<T> Answer<T>(Task<Changed<T>> change, ServerCallContext context)
    {
        var (resource, isRepeat) = await change;
        if (isRepeat)
        {
            context.MarkRepeat();
        }

        return resource;
    }
}
