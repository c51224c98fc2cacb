using NodaTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Entitlements;

/// <summary>Holds the number of contacts under the plans' caps at every instant.</summary>
public static class ContactCaps
{
    /// <summary>
    /// Finds the first instant at which a new or changed contact would be one too many. Contacts that are already too many (after a downgrade) stay; only
    /// another one is refused. Of several plans of one policy the most generous counts, of several policies the strictest.
    /// </summary>
    /// <param name="record">The account; a contact with the candidate's id is left out, as the candidate replaces it.</param>
    /// <param name="candidate">The contact to be.</param>
    /// <param name="planOf">The plan of a subscription, for its caps; null when it cannot be found.</param>
    /// <returns>The excess, or null when there is room throughout.</returns>
    public static CapExcess? Find(AccountRecord record, Contact candidate, Func<Subscription, Plan?> planOf)
    {
        var others = record.Contacts.Where(contact => contact.Kind == candidate.Kind && contact.Id != candidate.Id).ToList();
        var changes = others.Select(contact => contact.EffectiveFrom)
            .Concat(record.Subscriptions.SelectMany(subscription => new[] { subscription.Start, subscription.End }))
            .Where(candidate.InForceAt)
            .Append(candidate.EffectiveFrom)
            .Distinct().Order();
        return changes.Select(at => ExcessAt(at)).FirstOrDefault(excess => excess is not null);

        CapExcess? ExcessAt(Instant at)
        {
            var count = others.Count(contact => contact.InForceAt(at));
            return CapAt(record, candidate.Kind, planOf, at) is { } cap && count + 1 > cap ? new CapExcess(candidate.Kind, cap, at) : null;
        }
    }

    private static int? CapAt(AccountRecord record, ContactKind kind, Func<Subscription, Plan?> planOf, Instant at)
    {
        var plans = record.InForceAt(at)
            .Select(subscription => (subscription.PolicyId, Plan: planOf(subscription)))
            .Where(bought => bought.Plan is not null)
            .ToList();
        var caps = plans
            .Where(bought => CapOf(bought.Plan!, kind) is not null)
            .GroupBy(bought => bought.PolicyId, (_, bought) => bought.Max(one => CapOf(one.Plan!, kind)))
            .ToList();
        return caps.Count > 0 ? caps.Min() : NoneOfThatKind(kind, plans.Count);
    }

    // A plan that says nothing of named e-mail users has none; one that says nothing of contacts has no cap on them.
    private static int? NoneOfThatKind(ContactKind kind, int plans) => kind == ContactKind.NamedEmailUser && plans > 0 ? 0 : null;

    private static int? CapOf(Plan plan, ContactKind kind) => kind == ContactKind.Authorized ? plan.ContactCap : plan.NamedEmailUserCap;
}
