using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Entitlements;
using SlaPlatform.Engine.Obligations;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Entitlements.Terms;

namespace SlaPlatform.Entitlements.Obligations;

/// <summary>The plans that a subscription had over time, as far as obligations go.</summary>
internal static class OwedSpans
{
    /// <summary>One span for each time in which version, revision, trial and terminated features stay the same.</summary>
    public static IReadOnlyCollection<OwedSpan> Of(
        Subscription subscription, IReadOnlyList<SubscriptionVersionRow> versions, PolicyHistories policies, IReadOnlyCollection<TerminationRow> terminations)
    {
        var spans = new List<OwedSpan>();
        for (var i = 0; i < versions.Count; i++)
        {
            var version = versions[i];
            var from = i == 0 ? subscription.Start : version.FromTime;
            var until = i + 1 < versions.Count ? versions[i + 1].FromTime : subscription.End;
            var changes = policies.Of(version).Select(known => known.From)
                .Concat(version.TrialEnd() is { } trialEnd ? [trialEnd] : [])
                .Concat(terminations.Select(termination => termination.OverFrom))
                .Where(at => at > from && at < until).Append(from).Distinct().Order().ToList();
            spans.AddRange(changes.Select((at, index) =>
                new OwedSpan(at, index + 1 < changes.Count ? changes[index + 1] : until, [.. Rules(version, policies, at).Where(rule => !IsOver(rule, terminations, at))])));
        }

        return spans;
    }

    private static ImmutableArray<ObligationRule> Rules(SubscriptionVersionRow version, PolicyHistories policies, Instant at)
    {
        var policy = policies.At(version, at)?.Policy;
        var plan = policy?.FindPlan(version.PlanId);
        if (version.TrialEnd() <= at)
        {
            plan = plan?.AfterTrial is { } next ? policy!.FindPlan(next) : null;
        }

        return plan is null ? [] : ObligationRules.Of(policy!, plan);
    }

    private static bool IsOver(ObligationRule rule, IReadOnlyCollection<TerminationRow> terminations, Instant at) =>
        terminations.Any(termination => termination.OverFrom <= at && (termination.WholeAgreement || termination.Feature == rule.Feature));
}
