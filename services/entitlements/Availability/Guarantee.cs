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
    /// <summary>The guaranteed times of a month of an instance, earliest first, under the subscriptions whose order covers it; the month is that of the last one's zone.</summary>
    /// <exception cref="RefusalException">No plan of the account guarantees the instance availability in that month.</exception>
    public static IReadOnlyList<Guarantee> Of(AccountName account, string instance, IEnumerable<SubscriptionTerms> subscriptions, YearMonth month)
    {
        var wide = subscriptions.Where(terms => terms.Covers(instance)).SelectMany(Of).ToList();
        var last = wide.Where(guarantee => Overlap(guarantee.Span, MonthIn(guarantee.Version.Zone(), month)) is not null).MaxBy(guarantee => guarantee.Span.Start);
        if (last is null)
        {
            var of = instance.Length == 0 ? "" : $" for '{instance}'";
            throw Refusals.FailedPrecondition(
                ErrorReason.NoAvailabilityGuarantee, account.Format(), $"No plan of {account.Format()} guarantees availability{of} in {month:uuuu-MM}; see the plans and products of its subscriptions.");
        }

        // One zone for all of them: months of two zones would overlap, or leave hours out.
        var whole = MonthIn(last.Version.Zone(), month);
        return [.. wide.Select(guarantee => (guarantee, span: Overlap(guarantee.Span, whole))).Where(item => item.span is not null)
            .Select(item => item.guarantee with { Span = item.span!.Value }).OrderBy(guarantee => guarantee.Span.Start)];
    }

    /// <summary>A month in a subscription's zone.</summary>
    public static Interval MonthIn(DateTimeZone zone, YearMonth month)
    {
        var dates = month.ToDateInterval();
        return new Interval(zone.AtStartOfDay(dates.Start).ToInstant(), zone.AtStartOfDay(dates.End.PlusDays(1)).ToInstant());
    }

    private static Interval? Overlap(Interval one, Interval other) =>
        Instant.Max(one.Start, other.Start) is var start && Instant.Min(one.End, other.End) is var end && start < end ? new Interval(start, end) : null;

    private static IEnumerable<Guarantee> Of(SubscriptionTerms terms)
    {
        for (var i = 0; i < terms.Versions.Count; i++)
        {
            var version = terms.Versions[i];
            var until = i + 1 < terms.Versions.Count ? terms.Versions[i + 1].FromTime : Instant.MaxValue;
            var (start, end) = (Instant.Max(version.Start(), i == 0 ? Instant.MinValue : version.FromTime), Min(version.End(), until, version.TrialEnd() ?? until));
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
