using System.Collections.Immutable;
using Grpc.Core;
using NodaTime;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Engine.Triage;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using SlaPlatform.Triage.Policies;
using IncidentReport = SlaPlatform.Engine.Triage.IncidentReport;

namespace SlaPlatform.Triage.Assessments;

/// <summary>A request to judge a report, checked as far as it can be without the policy.</summary>
internal sealed record AssessmentRequest(
    PolicyReference Policy,
    Instant? AsOf,
    IncidentReport Report,
    SeverityClaim? Claim,
    SeverityAssignment? Assignment,
    ImmutableSortedDictionary<string, string> Readings,
    string Language)
{
    private const int LongestReason = 4096;

    /// <exception cref="SlaPlatform.Rpc.Errors.RefusalException">The request has faults; all are named at once.</exception>
    public static AssessmentRequest Read(AssessSeverityRequest request, ServerCallContext context)
    {
        var checks = new RequestChecks();
        var policy = PolicyReference.Read(checks, "policy", request.Policy);
        var asOf = checks.Time("as_of_time", request.AsOfTime);
        var reason = checks.Text("override_reason", request.OverrideReason, LongestReason);
        var readings = TermsMapping.ReadReadings(checks, "readings", request.Readings);
        var report = ReportMapping.Read(checks, "report", request.Report);
        var language = LanguageOf(request, checks, context);
        checks.ThrowIfAny();
        return new AssessmentRequest(
            policy!,
            asOf,
            report,
            request.HasClaimedLevel ? new SeverityClaim(request.ClaimedLevel, NullIfEmpty(reason)) : null,
            request.HasVerifiedLevel ? new SeverityAssignment(request.VerifiedLevel, NullIfEmpty(reason), request.AgreedByContact) : null,
            readings,
            language);
    }

    // The report's own language comes after what the caller accepts.
    private static string LanguageOf(AssessSeverityRequest request, RequestChecks checks, ServerCallContext context) =>
        request.Language.Length == 0 && context.RequestHeaders.Get("accept-language") is null && request.Report is { Language.Length: > 0 } report
            ? context.Language(checks, report.Language, "report.language")
            : context.Language(checks, request.Language);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
