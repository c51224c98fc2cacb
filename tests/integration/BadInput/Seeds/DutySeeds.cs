using Google.Protobuf.WellKnownTypes;
using Google.Type;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Entitlements;

namespace SlaPlatform.Integration.Tests.BadInput.Seeds;

/// <summary>Valid requests about sunsets, obligations and named people.</summary>
internal sealed class DutySeeds(EntitlementsHost host)
{
    private EntitlementService.EntitlementServiceClient Client => host.Client;

    public Dictionary<string, Seed[]> All => new()
    {
        ["EntitlementService.ComputeSunsetTerms"] = [Seed.Of(() => new ComputeSunsetTermsRequest
        {
            Policy = "policies/collibra", NoticeDate = Given.Day(2026, 1, 15), TermStartDate = Given.Day(2025, 4, 1), TermEndDate = Given.Day(2028, 3, 31), PrepaidFees = Euros(36_000),
        })],
        ["EntitlementService.AnnounceSunset"] = [Seed.Of(Announcing) with { Repeats = true }],
        ["EntitlementService.ListSunsets"] = [Seed.Of(() => new ListSunsetsRequest { Parent = "policies/collibra", PageSize = 2 })],
        ["EntitlementService.QuoteTermination"] = [Seed.After(async cancel => (await QuoteAsync(cancel)).Quote)],
        ["EntitlementService.TerminateForSunset"] = [Seed.After(async cancel =>
        {
            var (quote, etag) = await QuoteAsync(cancel);
            return new TerminateForSunsetRequest { Quote = quote, Etag = etag };
        })],
        ["EntitlementService.ListObligations"] = [Seed.After(async cancel => new ListObligationsRequest
        {
            Parent = await host.AccountOnAsync("xtm/plans/gold", cancel), StartDate = Given.Day(2026, 2, 1), EndDate = Given.Day(2026, 11, 30), PageSize = 2, Language = "en",
        })],
        ["EntitlementService.CompleteObligation"] = [Seed.After(async cancel =>
        {
            var owed = await Client.ListObligationsAsync(new ListObligationsRequest { Parent = await host.AccountOnAsync("xtm/plans/gold", cancel) }, cancellationToken: cancel);
            return new CompleteObligationRequest { Name = owed.Obligations.First(found => found.State == ObligationState.Due).Name, EffectiveTime = Now(0) };
        })],
        ["EntitlementService.RecordOccasion"] = [Seed.After(async cancel => Recording(await host.AccountOnAsync("xtm/plans/gold", cancel))) with { Repeats = true }, Seed.Of(() => Recording("policies/xtm")) with { Only = "parent" }],
        ["EntitlementService.ListOccasions"] = [Seed.Of(() => new ListOccasionsRequest { Parent = "policies/xtm", PageSize = 2 })],
        ["EntitlementService.SetAssignment"] = [Seed.After(async cancel => new SetAssignmentRequest
        {
            Parent = await host.AccountOnAsync("collibra/plans/premium", cancel),
            Assignment = Person("Ines", "Europe/Brussels"),
            Candidates = { Person("Bo", "Asia/Tokyo") },
            PreferredTimeZone = "Australia/Sydney",
        }) with { Repeats = true }],
        ["EntitlementService.ListAssignments"] = [Seed.After(async cancel => new ListAssignmentsRequest { Parent = await host.AccountAsync(cancel) })],
        ["EntitlementService.RouteTicket"] = [Seed.After(async cancel =>
        {
            var account = await host.AccountOnAsync("collibra/plans/premium", cancel);
            return new RouteTicketRequest { Account = account, Channel = Channel.Portal, Level = 2, AsOfTime = Now(0), Subscription = $"{account}/subscriptions/main" };
        })],
    };

    private static Money Euros(long units) => new() { CurrencyCode = "EUR", Units = units };

    private static Assignment Person(string name, string zone) =>
        new() { Role = "support-engineer", Person = name, TimeZone = zone, Calendar = "policies/collibra/calendars/standard-hours" };

    private static AnnounceSunsetRequest Announcing() => new()
    {
        Parent = "policies/collibra",
        Sunset = new Sunset { Feature = "operations-review", NoticeDate = Given.Day(2026, 1, 15), EndDate = Given.Day(2027, 8, 1) },
        RequestId = Given.NewRequestId(),
    };

    private RecordOccasionRequest Recording(string parent) =>
        new() { Parent = parent, Occasion = new Occasion { Kind = OccasionKind.Release, EventTime = Now(2), Reference = Given.NewId() } };

    private Timestamp Now(int days) => Timestamp.FromDateTimeOffset(host.Time.GetUtcNow().AddDays(days));

    private async Task<(QuoteTerminationRequest Quote, string Etag)> QuoteAsync(CancellationToken cancel)
    {
        var subscribing = Given.CreateSubscription(await host.AccountAsync(cancel), "collibra/plans/premium");
        (subscribing.Subscription.StartDate, subscribing.Subscription.EndDate) = (Given.Day(2025, 4, 1), Given.Day(2028, 3, 31));
        var subscription = await Client.CreateSubscriptionAsync(subscribing, cancellationToken: cancel);
        var sunset = await Client.AnnounceSunsetAsync(Announcing(), cancellationToken: cancel);
        return (new QuoteTerminationRequest
        {
            Subscription = subscription.Name,
            Sunset = sunset.Name,
            NoticeDate = Given.Day(2026, 8, 1),
            PrepaidFees = Euros(36_000),
            EffectDate = Given.Day(2027, 6, 1),
        }, subscription.Etag);
    }
}
