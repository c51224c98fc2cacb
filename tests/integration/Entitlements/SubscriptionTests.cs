using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;
using DayOfWeek = Google.Type.DayOfWeek;

namespace SlaPlatform.Integration.Tests.Entitlements;

public abstract class SubscriptionTests(EntitlementsHost host)
{
    public sealed class OnSqlite(EntitlementsHost host) : SubscriptionTests(host), IClassFixture<EntitlementsHost>;

    public sealed class OnPostgres(PostgresEntitlementsHost host) : SubscriptionTests(host), IClassFixture<PostgresEntitlementsHost>;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateSubscription_WithEverything_IsGivenBackAsItWas()
    {
        var request = Given.CreateSubscription(await host.AccountAsync(Cancel), "domo/plans/gold");
        request.Subscription.Readings["sev2-start"] = "business-hours";
        request.Subscription.Products.Add(["studio", "api"]);
        request.Subscription.Holidays.Add(new CalendarException { Date = Given.Day(2026, 12, 25), Label = "Christmas" });

        var created = await host.Client.CreateSubscriptionAsync(request, cancellationToken: Cancel);

        var expected = request.Subscription.Clone();
        expected.Name = $"{request.Parent}/subscriptions/main";
        expected.State = SubscriptionState.Active;
        expected.CreateTime = created.CreateTime;
        expected.Etag = created.Etag;
        Assert.Equal(expected, created);
    }

    [Fact]
    public async Task CreateSubscription_UnknownPlan_IsNotFoundAndNotStored()
    {
        var request = Given.CreateSubscription(await host.AccountAsync(Cancel), "domo/plans/titanium");

        var refused = await RefusedCall.OfAsync(host.Client.CreateSubscriptionAsync(request, cancellationToken: Cancel));

        Assert.Equal((StatusCode.NotFound, ErrorReason.PlanNotFound), (refused.Code, refused.Reason));
        Assert.Empty((await host.Client.ListSubscriptionsAsync(new ListSubscriptionsRequest { Parent = request.Parent }, cancellationToken: Cancel)).Subscriptions);
    }

    [Fact]
    public async Task CreateSubscription_DomoInJapan_IsRefusedWithThePageThatServesIt()
    {
        var request = Given.CreateSubscription(await host.AccountAsync(Cancel), "domo/plans/gold");
        request.Subscription.Region = "JP";

        var refused = await RefusedCall.OfAsync(host.Client.CreateSubscriptionAsync(request, cancellationToken: Cancel));

        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.RegionNotServed), (refused.Code, refused.Reason));
        Assert.StartsWith("https://", refused.Info.Metadata["see"], StringComparison.Ordinal);
        Assert.Contains(refused.Info.Metadata["see"], refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateSubscription_SeveralFaults_NamesAllAtOnce()
    {
        var request = Given.CreateSubscription(await host.AccountAsync(Cancel), "domo/plans/gold");
        request.Subscription.TimeZone = "Mars/Olympus";
        request.Subscription.Region = "Belgium";
        request.Subscription.EndDate = Given.Day(2025, 12, 31);
        request.Subscription.Holidays.Add(new CalendarException { Date = Given.Day(2026, 2, 30), Label = "Never" });

        var refused = await RefusedCall.OfAsync(host.Client.CreateSubscriptionAsync(request, cancellationToken: Cancel));

        Assert.Equal(
            [
                ("subscription.end_date", ErrorReason.InvalidTerm),
                ("subscription.holidays[0].date", ErrorReason.TimeOutOfRange),
                ("subscription.region", ErrorReason.InvalidFormat),
                ("subscription.time_zone", ErrorReason.UnknownTimeZone),
            ],
            refused.Violations.Select(violation => (violation.Field, violation.Reason)).OrderBy(violation => violation.Field, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("09:00", "09:00", ErrorReason.InvalidWindow)]
    [InlineData("", "", ErrorReason.CalendarNeverOpens)]
    public async Task CreateSubscription_UnsoundCalendar_IsRefused(string open, string close, ErrorReason reason)
    {
        var request = Given.CreateSubscription(await host.AccountAsync(Cancel), "domo/plans/gold");
        var calendar = new BusinessCalendar { TimeZone = "Europe/Brussels" };
        if (open.Length > 0)
        {
            calendar.Windows.Add(new WeeklyWindow { Day = DayOfWeek.Monday, Open = open, Close = close });
        }

        request.Subscription.CalendarOverrides["business-hours"] = calendar;

        var refused = await RefusedCall.OfAsync(host.Client.CreateSubscriptionAsync(request, cancellationToken: Cancel));

        Assert.Equal((StatusCode.InvalidArgument, reason), (refused.Code, refused.Reason));
    }

    [Theory]
    [InlineData("readings")]
    [InlineData("calendar_overrides")]
    public async Task CreateSubscription_ThePolicyLacksWhatIsChosen_IsRefused(string field)
    {
        var request = Given.CreateSubscription(await host.AccountAsync(Cancel), "xtm/plans/gold");
        if (field == "readings")
        {
            request.Subscription.Readings["mood"] = "sunny";
        }
        else
        {
            request.Subscription.CalendarOverrides["24x5"] = new BusinessCalendar { Always = true };
        }

        var refused = await RefusedCall.OfAsync(host.Client.CreateSubscriptionAsync(request, cancellationToken: Cancel));

        Assert.StartsWith($"subscription.{field}", Assert.Single(refused.Violations).Field, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateSubscription_TermsOverlap_IsRefused()
    {
        var first = Given.CreateSubscription(await host.AccountAsync(Cancel), "domo/plans/gold");
        await host.Client.CreateSubscriptionAsync(first, cancellationToken: Cancel);
        var second = Given.CreateSubscription(first.Parent, "domo/plans/silver");
        second.SubscriptionId = "second";

        var refused = await RefusedCall.OfAsync(host.Client.CreateSubscriptionAsync(second, cancellationToken: Cancel));

        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.SubscriptionOverlap), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task UpdateSubscription_PlanAndReadings_ReplaceWhatTheMaskNames()
    {
        var request = Given.CreateSubscription(await host.AccountAsync(Cancel), "domo/plans/gold");
        request.Subscription.Readings["sev2-start"] = "business-hours";
        request.Subscription.Products.Add("studio");
        var created = await host.Client.CreateSubscriptionAsync(request, cancellationToken: Cancel);

        var updated = await host.Client.UpdateSubscriptionAsync(
            new UpdateSubscriptionRequest
            {
                Subscription = new Subscription { Name = created.Name, Etag = created.Etag, Plan = "policies/domo/plans/diamond" },
                UpdateMask = new FieldMask { Paths = { "plan", "readings" } },
                RequestId = Given.NewRequestId(),
            },
            cancellationToken: Cancel);

        Assert.Equal("policies/domo/plans/diamond", updated.Plan);
        Assert.Empty(updated.Readings);
        Assert.Equal(["studio"], updated.Products);
    }

    [Fact]
    public async Task RenewSubscription_Repeated_ExtendsOnce()
    {
        var created = await host.Client.CreateSubscriptionAsync(Given.CreateSubscription(await host.AccountAsync(Cancel), "domo/plans/gold"), cancellationToken: Cancel);
        var renewal = new RenewSubscriptionRequest { Name = created.Name, Etag = created.Etag, EndDate = Given.Day(2027, 12, 31), RequestId = Given.NewRequestId() };

        var renewed = await host.Client.RenewSubscriptionAsync(renewal, cancellationToken: Cancel);
        var repeated = await host.Client.RenewSubscriptionAsync(renewal, cancellationToken: Cancel);

        Assert.Equal(renewed, repeated);
        Assert.Equal(2027, repeated.EndDate.Year);
    }

    [Fact]
    public async Task CancelSubscription_AtOnce_IsCancelledAndCannotBeRenewed()
    {
        var created = await host.Client.CreateSubscriptionAsync(Given.CreateSubscription(await host.AccountAsync(Cancel), "domo/plans/gold"), cancellationToken: Cancel);

        var cancelled = await host.Client.CancelSubscriptionAsync(
            new CancelSubscriptionRequest { Name = created.Name, Etag = created.Etag, RequestId = Given.NewRequestId() }, cancellationToken: Cancel);

        Assert.Equal(SubscriptionState.Cancelled, cancelled.State);
        var refused = await RefusedCall.OfAsync(host.Client.RenewSubscriptionAsync(
            new RenewSubscriptionRequest { Name = created.Name, Etag = cancelled.Etag, EndDate = Given.Day(2027, 12, 31), RequestId = Given.NewRequestId() }, cancellationToken: Cancel));
        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.SubscriptionCancelled), (refused.Code, refused.Reason));
    }
}
