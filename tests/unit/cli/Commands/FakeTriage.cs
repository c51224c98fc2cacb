using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Contracts.Triage.V1;

namespace SlaPlatform.Cli.Tests.Commands;

/// <summary>Knows one decision, whose etag is <c>7</c>, and one release; answers what it was asked.</summary>
internal sealed class FakeTriage : TriageService.TriageServiceBase
{
    public override Task<ExclusionDecision> DecideExclusion(DecideExclusionRequest request, ServerCallContext context) => Task.FromResult(
        Decision($"{request.Ticket}/exclusions/{request.Clause}", ExclusionState.Decided, Step(ExclusionStepKind.Decided, request.Decider, request.Evidence)));

    public override Task<ExclusionDecision> AppealExclusion(AppealExclusionRequest request, ServerCallContext context) => Task.FromResult(
        Decision(request.Name, ExclusionState.Appealed, Step(ExclusionStepKind.Appealed, request.Actor, $"{request.Reason} (etag {request.Etag})")));

    public override Task<ExclusionDecision> ReverseExclusion(ReverseExclusionRequest request, ServerCallContext context) => Task.FromResult(
        Decision(request.Name, ExclusionState.Reversed, Step(ExclusionStepKind.Reversed, request.Actor, $"{request.Reason} (etag {request.Etag})")));

    public override Task<ExclusionDecision> GetExclusion(GetExclusionRequest request, ServerCallContext context) =>
        Task.FromResult(Decision(request.Name, ExclusionState.Decided));

    public override Task<ListExclusionsResponse> ListExclusions(ListExclusionsRequest request, ServerCallContext context) => Task.FromResult(
        request.PageToken.Length == 0
            ? new ListExclusionsResponse { Exclusions = { Decision("tickets/t-1/exclusions/a", ExclusionState.Decided) }, NextPageToken = "more" }
            : new ListExclusionsResponse { Exclusions = { Decision("tickets/t-2/exclusions/d", ExclusionState.Refused) } });

    public override Task<DisagreementStatistics> GetDisagreementStatistics(GetDisagreementStatisticsRequest request, ServerCallContext context) => Task.FromResult(
        new DisagreementStatistics
        {
            Account = request.Account,
            ComparedCount = 9,
            ClaimedGraverCount = 4,
            VerifiedGraverCount = 1,
            Pairs = { new LevelPairCount { ClaimedLevel = 1, VerifiedLevel = 3, TicketCount = 4 } },
        });

    public override Task<Release> RecordRelease(RecordReleaseRequest request, ServerCallContext context)
    {
        var release = request.Release.Clone();
        release.Name = $"{request.Parent}/releases/r1";
        foreach (var ticket in release.FixedTickets)
        {
            ticket.Delivery = ClockDelivery.Pending;
        }

        return Task.FromResult(release);
    }

    public override Task<Release> GetRelease(GetReleaseRequest request, ServerCallContext context) => Task.FromResult(new Release { Name = request.Name, Etag = "7" });

    public override Task<Release> EndReleaseSupport(EndReleaseSupportRequest request, ServerCallContext context) =>
        Task.FromResult(new Release { Name = request.Name, SupportEndTime = request.SupportEndTime, Etag = $"after {request.Etag}" });

    private static ExclusionDecision Decision(string name, ExclusionState state, params ExclusionStep[] steps) => new()
    {
        Name = name,
        Ticket = name[..name.IndexOf("/exclusions", StringComparison.Ordinal)],
        Clause = name[(name.LastIndexOf('/') + 1)..],
        State = state,
        Decider = "kim",
        Etag = "7",
        Delivery = ClockDelivery.Taken,
        Steps = { steps },
    };

    private static ExclusionStep Step(ExclusionStepKind kind, string actor, string text) =>
        new() { Kind = kind, Actor = actor, Text = text, RecordTime = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch), EffectiveTime = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch) };
}
