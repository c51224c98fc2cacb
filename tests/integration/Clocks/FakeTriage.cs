using Grpc.Core;
using SlaPlatform.Contracts.Triage.V1;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Proposes level 2 for a report that says what fails, else nothing.</summary>
internal sealed class FakeTriage : TriageService.TriageServiceClient
{
    public override AsyncUnaryCall<AssessSeverityResponse> AssessSeverityAsync(AssessSeverityRequest request, CallOptions options) => Calls.Answer(() =>
    {
        var answer = new AssessSeverityResponse();
        if (request.Report.WhatFails.Length > 0)
        {
            answer.ProposedLevel = 2;
        }

        return answer;
    });
}
