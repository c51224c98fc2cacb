using Google.Type;
using Grpc.Core;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;
using Timestamp = Google.Protobuf.WellKnownTypes.Timestamp;

namespace SlaPlatform.Integration.Tests.Entitlements;

public abstract class SunsetTests(EntitlementsHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public sealed class OnSqlite(EntitlementsHost host) : SunsetTests(host), IClassFixture<EntitlementsHost>;

    public sealed class OnPostgres(PostgresEntitlementsHost host) : SunsetTests(host), IClassFixture<PostgresEntitlementsHost>;

    [Fact]
    public async Task QuoteTermination_TheWorkedCase_Refunds9525Point55()
    {
        var sunset = await AnnounceAsync();
        var subscription = await SubscribeAsync(Given.Day(2025, 4, 1), Given.Day(2028, 3, 31));

        var quote = await host.Client.QuoteTerminationAsync(
            Quote(subscription, sunset, Given.Day(2027, 5, 16)), cancellationToken: Cancel);

        Assert.Equal((Given.Day(2027, 7, 15), true), (sunset.EndDate, quote.Allowed));
        Assert.Equal((Given.Day(2027, 5, 16), Given.Day(2027, 6, 15)), (quote.LastNoticeDate, quote.EffectDate));
        Assert.Equal((290, 1096, new Money { CurrencyCode = "EUR", Units = 9525, Nanos = 550_000_000 }), (quote.RefundDays, quote.TermDays, quote.Refund));
    }

    [Fact]
    public async Task TerminateForSunset_FeatureOnly_EndsItsObligationsAndKeepsTheSubscription()
    {
        var sunset = await AnnounceAsync("operations-review");
        var subscription = await SubscribeAsync(Given.Day(2025, 4, 1), Given.Day(2028, 3, 31));
        var account = AccountOf(subscription);
        var before = await ReviewsAsync(account);

        var terminating = new TerminateForSunsetRequest { Quote = Quote(subscription, sunset, Given.Day(2026, 8, 1)), Etag = subscription.Etag, RequestId = Given.NewRequestId() };
        var left = await host.Client.TerminateForSunsetAsync(terminating, cancellationToken: Cancel);
        var repeated = await host.Client.TerminateForSunsetAsync(terminating, cancellationToken: Cancel);

        Assert.Equal(left, repeated);
        Assert.Equal(Given.Day(2026, 8, 31), left.EffectDate);
        var after = await host.Client.GetSubscriptionAsync(new GetSubscriptionRequest { Name = subscription.Name }, cancellationToken: Cancel);
        Assert.Equal(SubscriptionState.Active, after.State);
        Assert.NotEqual(subscription.Etag, after.Etag);
        Assert.Equal(6, before.Count);
        Assert.Equal(before.TakeWhile(owed => owed.DueDate.Year < 2026 || (owed.DueDate.Year == 2026 && owed.DueDate.Month <= 8)), await ReviewsAsync(account));
        var again = await RefusedCall.OfAsync(host.Client.TerminateForSunsetAsync(
            new TerminateForSunsetRequest { Quote = terminating.Quote, Etag = after.Etag, RequestId = Given.NewRequestId() }, cancellationToken: Cancel));
        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.SunsetNotAllowed), (again.Code, again.Reason));
    }

    [Fact]
    public async Task TerminateForSunset_WholeAgreement_EndsTheSubscriptionOnTheDay()
    {
        var sunset = await AnnounceAsync();
        var subscription = await SubscribeAsync(Given.Day(2025, 4, 1), Given.Day(2028, 3, 31));
        var quote = Quote(subscription, sunset, Given.Day(2026, 8, 1));
        quote.WholeAgreement = true;

        var left = await host.Client.TerminateForSunsetAsync(
            new TerminateForSunsetRequest { Quote = quote, Etag = subscription.Etag, RequestId = Given.NewRequestId() }, cancellationToken: Cancel);

        var check = Given.Check(AccountOf(subscription), contact: "");
        check.ChannelIdentity = "ana@example.com";
        check.AsOfTime = Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero));
        var refused = await host.Client.CheckEntitlementAsync(check, cancellationToken: Cancel);
        Assert.Equal(Given.Day(2026, 8, 31), left.EffectDate);
        Assert.Contains(refused.Refusals, refusal => refusal.Reason == ErrorReason.SubscriptionCancelled);
    }

    [Fact]
    public async Task QuoteTermination_EquivalentOffered_NobodyMayLeave()
    {
        var sunset = await AnnounceAsync(equivalent: true);
        var subscription = await SubscribeAsync(Given.Day(2025, 4, 1), Given.Day(2028, 3, 31));

        var quote = await host.Client.QuoteTerminationAsync(Quote(subscription, sunset, Given.Day(2026, 8, 1)), cancellationToken: Cancel);
        var refused = await RefusedCall.OfAsync(host.Client.TerminateForSunsetAsync(
            new TerminateForSunsetRequest { Quote = Quote(subscription, sunset, Given.Day(2026, 8, 1)), Etag = subscription.Etag, RequestId = Given.NewRequestId() }, cancellationToken: Cancel));

        Assert.False(quote.Allowed);
        Assert.Contains("equivalent", quote.Refusal, StringComparison.Ordinal);
        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.SunsetNotAllowed), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task QuoteTermination_TermEndsWithinThePeriod_IsNotAllowed()
    {
        var sunset = await AnnounceAsync();
        var subscription = await SubscribeAsync(Given.Day(2026, 1, 1), Given.Day(2027, 7, 15));

        var quote = await host.Client.QuoteTerminationAsync(Quote(subscription, sunset, Given.Day(2026, 8, 1)), cancellationToken: Cancel);

        Assert.False(quote.Allowed);
        Assert.Contains("2027-07-15", quote.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TerminateForSunset_EffectIsPast_IsRefused()
    {
        var sunset = await AnnounceAsync();
        var subscription = await SubscribeAsync(Given.Day(2025, 4, 1), Given.Day(2028, 3, 31));

        var refused = await RefusedCall.OfAsync(host.Client.TerminateForSunsetAsync(
            new TerminateForSunsetRequest { Quote = Quote(subscription, sunset, Given.Day(2026, 2, 1)), Etag = subscription.Etag, RequestId = Given.NewRequestId() }, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.InvalidTerm, "quote.effect_date", "past");
    }

    [Fact]
    public async Task TerminateForSunset_StaleEtag_IsAborted()
    {
        var sunset = await AnnounceAsync();
        var subscription = await SubscribeAsync(Given.Day(2025, 4, 1), Given.Day(2028, 3, 31));

        var refused = await RefusedCall.OfAsync(host.Client.TerminateForSunsetAsync(
            new TerminateForSunsetRequest { Quote = Quote(subscription, sunset, Given.Day(2026, 8, 1)), Etag = "ffff", RequestId = Given.NewRequestId() }, cancellationToken: Cancel));

        Assert.Equal((StatusCode.Aborted, ErrorReason.StaleEtag), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task QuoteTermination_SeveralFaults_NamesAllAtOnce()
    {
        var refused = await RefusedCall.OfAsync(host.Client.QuoteTerminationAsync(
            new QuoteTerminationRequest { Subscription = "main", Sunset = "", NoticeDate = Given.Day(2026, 2, 30), PrepaidFees = new Money { CurrencyCode = "XXZ", Units = -1 } },
            cancellationToken: Cancel));

        Assert.Equal(
            [
                ("notice_date", ErrorReason.TimeOutOfRange), ("prepaid_fees.currency_code", ErrorReason.UnknownCurrency),
                ("subscription", ErrorReason.InvalidResourceName), ("sunset", ErrorReason.FieldRequired),
            ],
            refused.Violations.Select(violation => (violation.Field, violation.Reason)).Order());
    }

    [Fact]
    public async Task QuoteTermination_NegativeFees_IsRefused()
    {
        var quote = Quote(await SubscribeAsync(Given.Day(2025, 4, 1), Given.Day(2028, 3, 31)), await AnnounceAsync(), Given.Day(2026, 8, 1));
        quote.PrepaidFees = new Money { CurrencyCode = "EUR", Units = -1 };

        var refused = await RefusedCall.OfAsync(host.Client.QuoteTerminationAsync(quote, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.FieldOutOfRange, "prepaid_fees", "zero or more");
    }

    [Theory]
    [InlineData("operations-review", 2027, 1, "sunset.end_date", "2027-07-15")]
    [InlineData("moon-base", 2028, 1, "sunset.feature", "operations-review")]
    public async Task AnnounceSunset_Unsound_IsRefusedWithWhatToDo(string feature, int year, int month, string field, string advice)
    {
        var refused = await RefusedCall.OfAsync(host.Client.AnnounceSunsetAsync(
            new AnnounceSunsetRequest
            {
                Parent = "policies/collibra",
                Sunset = new Sunset { Feature = feature, NoticeDate = Given.Day(2026, 1, 15), EndDate = Given.Day(year, month, 1) },
                RequestId = Given.NewRequestId(),
            },
            cancellationToken: Cancel));

        refused.AssertField(ErrorReason.FieldOutOfRange, field, advice);
    }

    [Fact]
    public async Task AnnounceSunset_PolicyWithoutARule_IsRefused()
    {
        var refused = await RefusedCall.OfAsync(host.Client.AnnounceSunsetAsync(
            new AnnounceSunsetRequest { Parent = "policies/xtm", Sunset = new Sunset { Feature = "tam-hours", NoticeDate = Given.Day(2026, 1, 15) }, RequestId = Given.NewRequestId() },
            cancellationToken: Cancel));

        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.SunsetNotAllowed), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task AnnounceSunset_Repeated_IsAnnouncedOnceAndListed()
    {
        var request = new AnnounceSunsetRequest
        {
            Parent = "policies/collibra",
            Sunset = new Sunset { Feature = "support-cadence", NoticeDate = Given.Day(2026, 1, 31) },
            RequestId = Given.NewRequestId(),
        };

        var sunset = await host.Client.AnnounceSunsetAsync(request, cancellationToken: Cancel);
        var repeated = await host.Client.AnnounceSunsetAsync(request, cancellationToken: Cancel);

        Assert.Equal(sunset, repeated);
        Assert.Equal(Given.Day(2027, 7, 31), sunset.EndDate);
        var listed = await host.Client.ListSunsetsAsync(new ListSunsetsRequest { Parent = "policies/collibra" }, cancellationToken: Cancel);
        Assert.Single(listed.Sunsets, found => found.Equals(sunset));
    }

    [Fact]
    public async Task QuoteTermination_SunsetOfAnotherPolicyOrNone_IsRefused()
    {
        var sunset = await AnnounceAsync();
        var other = await host.AccountOnAsync("domo/plans/gold", Cancel);
        var subscription = await host.Client.GetSubscriptionAsync(new GetSubscriptionRequest { Name = $"{other}/subscriptions/main" }, cancellationToken: Cancel);

        var mixed = await RefusedCall.OfAsync(host.Client.QuoteTerminationAsync(Quote(subscription, sunset, Given.Day(2026, 8, 1)), cancellationToken: Cancel));
        var none = await RefusedCall.OfAsync(host.Client.QuoteTerminationAsync(
            Quote(subscription, new Sunset { Name = "policies/domo/sunsets/none" }, Given.Day(2026, 8, 1)), cancellationToken: Cancel));

        mixed.AssertField(ErrorReason.InvalidResourceName, "sunset", "domo");
        Assert.Equal((StatusCode.NotFound, ErrorReason.RecordNotFound), (none.Code, none.Reason));
    }

    private static string AccountOf(Subscription subscription) => string.Join('/', subscription.Name.Split('/')[..2]);

    private static QuoteTerminationRequest Quote(Subscription subscription, Sunset sunset, Date notice) => new()
    {
        Subscription = subscription.Name,
        Sunset = sunset.Name,
        NoticeDate = notice,
        PrepaidFees = new Money { CurrencyCode = "EUR", Units = 36_000 },
    };

    private async Task<Sunset> AnnounceAsync(string feature = "operations-review", bool equivalent = false) => await host.Client.AnnounceSunsetAsync(
        new AnnounceSunsetRequest
        {
            Parent = "policies/collibra",
            Sunset = new Sunset { Feature = feature, NoticeDate = Given.Day(2026, 1, 15), EquivalentOffered = equivalent },
            RequestId = Given.NewRequestId(),
        },
        cancellationToken: Cancel);

    private async Task<Subscription> SubscribeAsync(Date start, Date end)
    {
        var request = Given.CreateSubscription(await host.AccountAsync(Cancel), "collibra/plans/premium");
        (request.Subscription.StartDate, request.Subscription.EndDate) = (start, end);
        var subscription = await host.Client.CreateSubscriptionAsync(request, cancellationToken: Cancel);
        await host.Client.AddContactAsync(Given.AddContact(request.Parent, "ana"), cancellationToken: Cancel);
        return subscription;
    }

    private async Task<IReadOnlyList<Obligation>> ReviewsAsync(string account) =>
        [.. (await host.Client.ListObligationsAsync(new ListObligationsRequest { Parent = account, PageSize = 1000 }, cancellationToken: Cancel)).Obligations.Where(owed => owed.Feature == "operations-review")];
}
