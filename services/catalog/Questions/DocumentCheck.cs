using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.PolicyDocuments;

namespace SlaPlatform.Catalog.Questions;

/// <summary>Errors and lints of a policy document.</summary>
internal static class DocumentCheck
{
    public static ValidatePolicyResponse Of(ReadOnlySpan<byte> document, CancellationToken cancellation)
    {
        var parsed = PolicyDocument.Parse(document);
        var errors = parsed.Problems.Select(problem => new Contracts.Catalog.V1.Finding
        {
            Severity = FindingSeverity.Error,
            Line = problem.Line,
            Column = problem.Column,
            Rule = problem.Rule,
            Message = problem.Message,
        });
        var lints = PolicyLinter.Lint(parsed, cancellation).Select(finding => new Contracts.Catalog.V1.Finding
        {
            Severity = FindingSeverity.Lint,
            Line = finding.Line,
            Column = finding.Column,
            Rule = finding.Rule,
            Message = finding.Message,
            AcceptedReason = finding.AcceptedBecause ?? "",
        });
        return new ValidatePolicyResponse
        {
            Findings = { errors.Concat(lints).OrderBy(finding => finding.Line).ThenBy(finding => finding.Column) },
            Publishable = parsed.IsValid,
            DocumentSha256 = parsed.ContentHash ?? "",
        };
    }
}
