using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Allowances;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Entitlements.Terms;

namespace SlaPlatform.Entitlements.Allowances;

/// <summary>What a subscription grants of a feature over time, from its versions and the revisions of their policies.</summary>
internal static class AllowanceTermsBuilder
{
    /// <summary>The terms of one feature.</summary>
    /// <param name="versions">The subscription's versions, earliest first.</param>
    /// <param name="policies">Their revisions.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="overFrom">From when the subscription left for the feature's sunset, or null.</param>
    public static AllowanceTerms Build(IReadOnlyList<SubscriptionVersionRow> versions, PolicyHistories policies, string feature, Instant? overFrom)
    {
        var terms = ImmutableArray.CreateBuilder<AllowanceTerm>();
        for (var i = 0; i < versions.Count; i++)
        {
            var version = versions[i];
            var until = i + 1 < versions.Count ? versions[i + 1].FromTime : Instant.MaxValue;
            var trialEnd = version.TrialEnd() ?? Instant.MaxValue;
            if (version.FromTime < trialEnd)
            {
                terms.Add(Term(version, version.FromTime, version.PlanId, Rules(policies, version, feature, static plan => plan.Id)));
            }

            // After a trial the plan that the policy names goes on, as for tickets.
            if (trialEnd < until)
            {
                terms.Add(Term(version, Instant.Max(version.FromTime, trialEnd), $"{version.PlanId}/after-trial", Rules(policies, version, feature, static plan => plan.AfterTrial)));
            }
        }

        return new AllowanceTerms(versions[0].StartDate, overFrom is { } over ? EndedAt(terms.ToImmutable(), over) : terms.ToImmutable());
    }

    /// <summary>Every feature that was ever granted.</summary>
    public static ImmutableSortedSet<string> Features(IReadOnlyList<SubscriptionVersionRow> versions, PolicyHistories policies) =>
    [
        .. from version in versions
           from known in policies.Of(version)
           let bought = known.Revision.Policy.FindPlan(version.PlanId)
           from plan in new[] { bought, AfterTrial(known.Revision.Policy, version, bought) }.OfType<Plan>()
           from feature in plan.Features
           where AllowanceRule.Of(feature.Value) is not null
           select feature.Key,
    ];

    private static ImmutableArray<AllowanceTerm> EndedAt(ImmutableArray<AllowanceTerm> terms, Instant over)
    {
        static AllowanceTerm Ended(AllowanceTerm term, Instant from) => term with { From = from, Plan = $"{term.Plan}/ended", Rules = [] };

        var before = terms.Where(term => term.From < over).ToList();
        return [.. before, .. before.TakeLast(1).Select(term => Ended(term, over)), .. terms.Where(term => term.From >= over).Select(term => Ended(term, term.From))];
    }

    private static Plan? AfterTrial(Policy policy, SubscriptionVersionRow version, Plan? bought) =>
        version.TrialEndDate is not null && bought?.AfterTrial is { } id ? policy.FindPlan(id) : null;

    private static AllowanceTerm Term(SubscriptionVersionRow version, Instant from, string plan, ImmutableArray<DatedRule> rules) => new()
    {
        From = from,
        Plan = $"{version.PolicyId}/{plan}",
        Zone = version.Zone(),
        Start = version.Start(),
        End = version.End(),
        CancelledFrom = version.CancelledFrom,
        Rules = rules,
    };

    private static ImmutableArray<DatedRule> Rules(PolicyHistories policies, SubscriptionVersionRow version, string feature, Func<Plan, string?> planOf) =>
    [
        .. policies.Of(version).Select(known =>
        {
            var policy = known.Revision.Policy;
            var plan = policy.FindPlan(version.PlanId) is { } bought && planOf(bought) is { } id ? policy.FindPlan(id) : null;
            return new DatedRule(known.From, AllowanceRule.Of(plan?.Features.GetValueOrDefault(feature)));
        }),
    ];
}
