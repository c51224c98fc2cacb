using NodaTime;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Sunsets;
using SlaPlatform.Entitlements.Policies;
using SlaPlatform.Entitlements.Subscriptions;
using SlaPlatform.Entitlements.Sunsets;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Entitlements.Figures;

/// <summary>What the announced end of a feature means for a term that the caller gives.</summary>
internal sealed class SunsetCalculator(PolicyFinder policies)
{
    public async Task<ComputeSunsetTermsResponse> RunAsync(ComputeSunsetTermsRequest request, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var (policyId, revisionId) = PolicyOrRevision(checks, request.Policy);
        var prepaid = Prepaid(checks, request);
        checks.ThrowIfAny();
        var revision = await policies.FindAsync(policyId, revisionId, cancellation);
        var rules = SunsetOperations.RulesOf(revision.Policy);
        return Answer(new PolicyRevisionName(policyId, revision.Id), new SunsetTerms(rules, prepaid!), prepaid!);
    }

    private static ComputeSunsetTermsResponse Answer(PolicyRevisionName policy, SunsetTerms terms, PrepaidTerm prepaid)
    {
        var answer = new ComputeSunsetTermsResponse { Policy = policy.Format(), SunsetEndDate = terms.SunsetEnd.ToDate() };
        if (terms.Termination is { } termination)
        {
            answer.TerminationAllowed = true;
            answer.LastNoticeDate = termination.LastNotice.ToDate();
            answer.LastEffectDate = termination.LastEffect.ToDate();
            answer.RefundDays = termination.RefundDays;
            answer.TermDays = termination.TermDays;
            answer.Refund = prepaid.Currency.ToMoney(termination.Refund);
        }

        return answer;
    }

    private static PrepaidTerm? Prepaid(RequestChecks checks, ComputeSunsetTermsRequest request)
    {
        var notice = TermReader.Date(checks, "notice_date", request.NoticeDate, isRequired: true);
        var start = TermReader.Date(checks, "term_start_date", request.TermStartDate, isRequired: true);
        var end = TermReader.Date(checks, "term_end_date", request.TermEndDate, isRequired: true);
        var money = checks.RequiredMoney("prepaid_fees", request.PrepaidFees);
        if (end < start)
        {
            checks.Add(ErrorReason.InvalidTerm, "term_end_date", "It is before the start date; give that day or a later one.");
            return null;
        }

        return notice is { } told && start is { } first && end is { } last && money is { } fees
            ? checks.Take(PrepaidTerm.Of(new DateInterval(first, last), told, fees.Amount, fees.Currency), ErrorReason.FieldOutOfRange)
            : null;
    }

    private static (string Policy, string? Revision) PolicyOrRevision(RequestChecks checks, string text) =>
        PolicyRevisionName.TryParse(text, out var revision, out _)
            ? (revision.Policy, revision.Revision)
            : (checks.RequiredName<PolicyName>("policy", text)?.Policy ?? "", null);
}
