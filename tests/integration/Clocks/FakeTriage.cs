using Grpc.Core;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Proposes level 2 for a report that says what fails, else nothing. Knows levels 1 to 4. Diverts feature requests, and supports no version that is called old, and just-ended until half an hour ago.</summary>
internal sealed class FakeTriage : TriageService.TriageServiceClient
{
    public override AsyncUnaryCall<AssessSeverityResponse> AssessSeverityAsync(AssessSeverityRequest request, CallOptions options) => Calls.Answer(() =>
    {
        if (request.HasVerifiedLevel && request.VerifiedLevel > 4)
        {
            throw Refusals.InvalidArgument(ErrorReason.UnknownLevel, "verified_level", "It is no level of the policy; use 1 to 4.").ToStatus().ToRpcException();
        }

        var answer = new AssessSeverityResponse();
        if (request.Report.WhatFails.Length > 0)
        {
            answer.ProposedLevel = 2;
        }

        if (request.Report.Request == RequestKind.FeatureRequest)
        {
            (answer.Diverted, answer.Diversion) = (true, new Diversion { Clause = "feature-request", Reason = "It is a wish.", SendTo = "Ask for a statement of work.", Source = "§1.1" });
        }

        if (request.Report.Version == "old" || (request.Report.Version == "just-ended" && (request.AsOfTime is null || request.AsOfTime.ToDateTimeOffset() > TimeProvider.System.GetUtcNow().AddMinutes(-30))))
        {
            answer.VersionSupport = new VersionSupport { State = VersionState.Unsupported, UpgradeTo = "new", WaitingReason = "upgrade_required" };
        }

        return answer;
    });
}
