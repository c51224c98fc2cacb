using NodaTime;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Availability;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Entitlements.Allowances;
using SlaPlatform.Entitlements.Store;
using SlaPlatform.Entitlements.Terms;
using SlaPlatform.Rpc.Errors;

namespace SlaPlatform.Entitlements.Availability;

/// <summary>A time in which a plan guarantees availability to an account.</summary>
/// <param name="Span">The time.</param>
/// <param name="Version">The subscription then.</param>
/// <param name="Revision">The policy then.</param>
/// <param name="Plan">The plan then.</param>
/// <param name="Promise">What it guarantees.</param>
internal sealed record Guarantee(Interval Span, SubscriptionVersionRow Version, PolicyRevision Revision, Plan Plan, FeatureValue.Availability Promise)
{
    /// <summary>The guaranteed times of a month under the first subscription that has any; the zone is the subscription's.</summary>
    /// <exception cref="RefusalException">No plan of the account guarantees availability in that month.</exception>
    public static IReadOnlyList<Guarantee> Of(AccountName account, IEnumerable<SubscriptionTerms> subscriptions, YearMonth month) =>
        subscriptions.Select(terms => Of(terms, month).ToList()).FirstOrDefault(found => found.Count > 0)
        ?? throw Refusals.FailedPrecondition(
            ErrorReason.NoAvailabilityGuarantee, account.Format(), $"No plan of {account.Format()} guarantees availability in {month:uuuu-MM}; see its subscriptions.");

    /// <summary>A month in a subscription's zone.</summary>
    public static Interval MonthIn(DateTimeZone zone, YearMonth month)
    {
        var dates = month.ToDateInterval();
        return new Interval(zone.AtStartOfDay(dates.Start).ToInstant(), zone.AtStartOfDay(dates.End.PlusDays(1)).ToInstant());
    }

    private static IEnumerable<Guarantee> Of(SubscriptionTerms terms, YearMonth month)
    {
        for (var i = 0; i < terms.Versions.Count; i++)
        {
            var version = terms.Versions[i];
            var whole = MonthIn(version.Zone(), month);
            var until = i + 1 < terms.Versions.Count ? terms.Versions[i + 1].FromTime : Instant.MaxValue;
            var (start, end) = (Max(whole.Start, version.Start(), i == 0 ? Instant.MinValue : version.FromTime), Min(whole.End, version.End(), until, version.TrialEnd() ?? until));
            var cuts = terms.Policies.Of(version).Select(known => known.From).Where(at => at > start && at < end).Prepend(start).ToList();
            for (var cut = 0; start < end && cut < cuts.Count; cut++)
            {
                var revision = terms.Policies.At(version, cuts[cut]);
                if (revision?.Policy.FindPlan(version.PlanId) is { } plan && AvailabilityGuarantees.Of(plan) is { } promise)
                {
                    yield return new Guarantee(new Interval(cuts[cut], cut + 1 < cuts.Count ? cuts[cut + 1] : end), version, revision, plan, promise);
                }
            }
        }
    }

    private static Instant Max(params ReadOnlySpan<Instant> instants)
    {
        var latest = Instant.MinValue;
        foreach (var instant in instants)
        {
            latest = Instant.Max(latest, instant);
        }

        return latest;
    }

    private static Instant Min(params ReadOnlySpan<Instant> instants)
    {
        var earliest = Instant.MaxValue;
        foreach (var instant in instants)
        {
            earliest = Instant.Min(earliest, instant);
        }

        return earliest;
    }
}
