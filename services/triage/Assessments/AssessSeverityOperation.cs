using Grpc.Core;
using SlaPlatform.BusinessTime;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Triage;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Triage.Releases;

namespace SlaPlatform.Triage.Assessments;

/// <summary>Judges a report under a policy.</summary>
internal static class AssessSeverityOperation
{
    public static async Task<AssessSeverityResponse> RunAsync(PolicySource policies, VersionJudge versions, AssessSeverityRequest request, ServerCallContext context)
    {
        var asked = AssessmentRequest.Read(request, context);
        var revision = await asked.Policy.GetAsync(policies, asked.AsOf, context.CancellationToken);
        var ruling = RulingUnder(asked, revision.Policy);
        var assessment = SeverityTriage.Assess(revision.Policy, asked.Report, asked.Claim, asked.Assignment, ruling)
            .Match(sound => sound, violations => throw UnknownLevel(violations));
        var answer = assessment.ToWire(revision, asked.Language);
        answer.VersionSupport = await versions.JudgeAsync(revision.Policy, asked.Report, asked.AsOf, asked.Language, context.CancellationToken);
        return answer;
    }

    // Whose level rules may hang on a reading; a plan's terms are what resolves them.
    private static SeverityRuling? RulingUnder(AssessmentRequest asked, Policy policy)
    {
        if (asked.Readings.IsEmpty)
        {
            return null;
        }

        var terms = new ServiceTerms { TimeZone = "UTC", Readings = asked.Readings };
        var resolved = PlanTerms.Resolve(policy, asked.Policy.Plan ?? policy.Plans[0].Id, terms);
        var checks = new RequestChecks();
        TermsFaults.Add(checks, resolved.Violations);
        checks.ThrowIfAny();
        return resolved.OrThrow().Ruling;
    }

    private static RefusalException UnknownLevel(IEnumerable<Violation> violations) =>
        Refusals.InvalidArgument(violations.Select(violation => FieldViolation.Of(
            violation.Field == "assigned_level" ? violation with { Field = "verified_level" } : violation, ErrorReason.UnknownLevel)));
}
