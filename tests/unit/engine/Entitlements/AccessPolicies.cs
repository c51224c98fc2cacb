using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using SlaPlatform.Engine.Entitlements;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Tests.Entitlements;

/// <summary>Valid accounts, subscriptions, contacts and plans to vary.</summary>
internal static class AccessPolicies
{
    public static Plan Silver { get; } = new()
    {
        Id = "silver",
        Title = LocalizedText.Of("Silver"),
        Features = ImmutableSortedDictionary<string, FeatureValue>.Empty,
        Targets = ImmutableSortedDictionary<int, ImmutableArray<Target>>.Empty,
        Channels = new Channels([new("portal", ChannelUser.Contact), new("phone", ChannelUser.Contact)], OtherChannels.Refused, "§2"),
        ContactCap = 2,
        ContactsOnly = true,
        Source = "§1",
    };

    public static Plan Gold { get; } = Silver with
    {
        Id = "gold",
        ContactsOnly = false,
        NamedEmailUserCap = 1,
        Channels = new Channels([new("portal", ChannelUser.Contact), new("email", ChannelUser.NamedEmailUser)], OtherChannels.Untimed, "§4.1"),
    };

    public static Subscription Bought { get; } = new()
    {
        Id = "main",
        PolicyId = "acme",
        PlanId = Silver.Id,
        Term = new DateInterval(new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31)),
        Region = "BE",
        Terms = new ServiceTerms { TimeZone = "Europe/Brussels" },
    };

    public static Contact Ana { get; } = new() { Id = "ana", Kind = ContactKind.Authorized, Email = "ana@example.com", EffectiveFrom = At("2026-01-01T00:00:00Z") };

    public static Contact Max { get; } = Ana with { Id = "max", Kind = ContactKind.NamedEmailUser, Email = "max@example.com" };

    public static EntitlementRequest FromAna { get; } = new() { Channel = "portal", ContactId = "ana", ReceivedAt = At("2026-06-01T10:00:00Z") };

    public static AccountRecord Record(params ImmutableArray<Subscription> subscriptions) =>
        new(new Account("umbrella", Standing.Good, 1), [Ana, Max], subscriptions);

    public static PolicyRevision Revision(params ImmutableArray<Plan> plans) =>
        new(new string('a', 64), At("2020-01-01T00:00:00Z"), Triage.TriagePolicies.Of(Triage.TriagePolicies.Scheme) with
        {
            Plans = plans,
            RefusedRegions = [new RefusedRegion("JP", LocalizedText.Of("Served elsewhere; see"), "https://example.com/jp", "§9")],
        });

    public static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).GetValueOrThrow();
}
