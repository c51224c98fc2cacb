using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Entitlements;

/// <summary>Decides whether somebody may open a ticket, and on which terms.</summary>
public static class EntitlementCheck
{
    /// <summary>Checks a request. Standing is judged as it is in <paramref name="record"/>; plan, term and contacts at the received time.</summary>
    /// <param name="record">The account as it stands now.</param>
    /// <param name="request">The request.</param>
    /// <param name="revisionOf">The revision that applies to a subscription at the received time (pinned, or then in force); null when there is none.</param>
    /// <returns>The terms, or every reason against it at once.</returns>
    public static EntitlementDecision Check(AccountRecord record, EntitlementRequest request, Func<Subscription, PolicyRevision?> revisionOf)
    {
        var (subscription, notCovered) = SubscriptionSelection.Of(record, request);
        var revision = subscription is null ? null : revisionOf(subscription);
        var (plan, noPlan) = subscription is null ? (null, null) : PlanInForce.Of(subscription, revision, request.ReceivedAt);
        var contact = ContactCheck.Find(record, request);
        var (channelRefusal, exemption) = plan is null ? (null, null) : ChannelCheck.Of(plan, request, contact);

        EntitlementRefusal?[] found =
        [
            RefuseStanding(record.Account),
            notCovered,
            noPlan,
            revision is null ? null : RegionCheck.Refuse(revision.Policy, subscription!.Region),
            ContactCheck.Refuse(request, contact, plan),
            channelRefusal,
        ];
        return found.OfType<EntitlementRefusal>().ToList() is { Count: > 0 } reasons
            ? new EntitlementDecision.Refused([.. reasons]) { Subscription = subscription, Contact = contact }
            : new EntitlementDecision.Allowed(revision!, plan!, subscription!.Terms, exemption) { Subscription = subscription, Contact = contact };
    }

    private static EntitlementRefusal? RefuseStanding(Account account) => account.Standing == Standing.Suspended
        ? new EntitlementRefusal(RefusalReason.AccountSuspended, $"Account {account.Id} is suspended and opens no tickets; reinstate it first.")
        : null;
}
