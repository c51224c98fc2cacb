using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Contracts.ResourceNames;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.PolicyDocuments.Holidays;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using Subscription = SlaPlatform.Engine.Entitlements.Subscription;
using WireSubscription = SlaPlatform.Contracts.Entitlements.V1.Subscription;

namespace SlaPlatform.Entitlements.Subscriptions;

/// <summary>Reads what callers say of a subscription, with every fault named by its field.</summary>
internal static class SubscriptionReader
{
    private const int MostProducts = 100;

    /// <summary>The subscription, or null when it is faulty.</summary>
    /// <param name="checks">Takes the violations.</param>
    /// <param name="given">The message; its name and outputs are ignored.</param>
    /// <param name="id">The id it has or shall have.</param>
    public static Subscription? Read(RequestChecks checks, WireSubscription given, string id)
    {
        var plan = checks.RequiredName<PlanName>("subscription.plan", given.Plan);
        var term = TermReader.Read(checks, given);
        RequireZone(checks, given.TimeZone);
        var region = Region(checks, given.Region);
        var terms = TermsMapping.Read(
            checks, "subscription", given.TimeZone, given.Readings, given.CalendarOverrides, given.Holidays, HolidaysOf(term?.Term));
        var products = Products(checks, given);
        return checks.IsSound
            ? new Subscription
            {
                Id = id,
                PolicyId = plan!.Policy,
                PlanId = plan.Plan,
                PinnedRevision = plan.Revision,
                Term = term!.Term,
                Region = region,
                TrialEnd = term.TrialEnd,
                Terms = terms,
                Products = products,
            }
            : null;
    }

    private static void RequireZone(RequestChecks checks, string zone)
    {
        if (zone.Length == 0)
        {
            checks.Add(ErrorReason.FieldRequired, "subscription.time_zone", "It is empty; give an IANA id such as Europe/Brussels.");
        }
    }

    private static HolidayFileReader? HolidaysOf(DateInterval? term) =>
        term is null ? null : (ics, field) => HolidayFile.Import(ics, term.Start, term.End, field);

    private static string Region(RequestChecks checks, string region)
    {
        if (region.Length == 0)
        {
            checks.Add(ErrorReason.FieldRequired, "subscription.region", "It is empty; give an ISO 3166-1 alpha-2 code such as BE.");
        }
        else if (region.Length != 2 || !region.All(char.IsAsciiLetterUpper))
        {
            checks.Add(ErrorReason.InvalidFormat, "subscription.region", "It is not a country; give an ISO 3166-1 alpha-2 code in capitals such as BE.");
        }

        return region;
    }

    private static ImmutableSortedSet<string> Products(RequestChecks checks, WireSubscription given)
    {
        if (!checks.Count("subscription.products", given.Products.Count, MostProducts))
        {
            return [];
        }

        return [.. given.Products.Select((product, i) => checks.RequiredText(FieldPath.Item("subscription.products", i), product, Limits.TitleCharacters))];
    }
}
