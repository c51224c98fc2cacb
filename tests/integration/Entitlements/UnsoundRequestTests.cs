using Google.Protobuf.WellKnownTypes;
using Google.Type;
using Grpc.Core;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Entitlements;

/// <summary>What callers get wrong with money, quantities and times, each by its name.</summary>
public abstract class UnsoundRequestTests(EntitlementsHost host)
{
    private static readonly DateTimeOffset May = new(2026, 5, 10, 20, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public sealed class OnSqlite(EntitlementsHost host) : UnsoundRequestTests(host), IClassFixture<EntitlementsHost>;

    public sealed class OnPostgres(PostgresEntitlementsHost host) : UnsoundRequestTests(host), IClassFixture<PostgresEntitlementsHost>;

    [Fact]
    public async Task Allowances_NegativeAmount_IsRefusedAndTheBalanceStays()
    {
        var name = await AllowanceAsync();
        var reservation = await ReserveAsync(name, "2");

        var refused = new[]
        {
            await RefusedCall.OfAsync(host.Client.GrantAllowanceAsync(new GrantAllowanceRequest { Name = name, Quantity = "-1", Reason = "goodwill", RequestId = Given.NewRequestId() }, cancellationToken: Cancel)),
            await RefusedCall.OfAsync(host.Client.ReserveAllowanceAsync(new ReserveAllowanceRequest { Name = name, Quantity = "-1", RequestId = Given.NewRequestId() }, cancellationToken: Cancel)),
            await RefusedCall.OfAsync(host.Client.ConsumeAllowanceAsync(Consuming(name, "-1"), cancellationToken: Cancel)),
            await RefusedCall.OfAsync(host.Client.SettleReservationAsync(Settling(reservation, "-1"), cancellationToken: Cancel)),
        };

        Assert.All(refused, call => Assert.Equal((ErrorReason.InvalidQuantity, "quantity"), (call.Reason, Assert.Single(call.Violations).Field)));
        Assert.Equal(("10", "2", "0"), await BalanceAsync(name));
    }

    [Fact]
    public async Task Allowances_Overdraw_IsRefusedAndNothingIsBooked()
    {
        var name = await AllowanceAsync();

        var consumed = await RefusedCall.OfAsync(host.Client.ConsumeAllowanceAsync(Consuming(name, "12.25"), cancellationToken: Cancel));
        var reserved = await RefusedCall.OfAsync(host.Client.ReserveAllowanceAsync(
            new ReserveAllowanceRequest { Name = name, Quantity = "12.25", RequestId = Given.NewRequestId() }, cancellationToken: Cancel));

        Assert.All([consumed, reserved], call => Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.InsufficientBalance), (call.Code, call.Reason)));
        Assert.Equal(("12", "0", "0"), await BalanceAsync(name));
    }

    [Fact]
    public async Task SettleReservation_Twice_IsRefusedAndCountsOnce()
    {
        var name = await AllowanceAsync();
        var reservation = await ReserveAsync(name, "2");
        await host.Client.SettleReservationAsync(Settling(reservation, "2"), cancellationToken: Cancel);

        var again = await RefusedCall.OfAsync(host.Client.SettleReservationAsync(Settling(reservation, "2"), cancellationToken: Cancel));

        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.ReservationClosed), (again.Code, again.Reason));
        Assert.Equal(("10", "0", "2"), await BalanceAsync(name));
    }

    [Fact]
    public async Task ClaimCredit_UnknownCurrency_IsRefusedAndNothingIsClaimed()
    {
        var account = await host.AccountOnAsync("xtm/plans/gold", Cancel);
        await ReportAsync(account, May, May.AddDays(2));
        var claim = new ClaimCreditRequest { Account = account, Month = Given.Day(2026, 5, 1), MonthlyFee = new Money { CurrencyCode = "XXZ", Units = 100 }, RequestId = Given.NewRequestId() };

        var refused = await RefusedCall.OfAsync(host.Availability.ClaimCreditAsync(claim, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.UnknownCurrency, "monthly_fee.currency_code", "ISO 4217");
        Assert.Null((await StatementAsync(account, 5)).Credit.ClaimTime);
    }

    [Fact]
    public async Task CreateSubscription_TermEndsBeforeItStarts_IsRefusedAndNotStored()
    {
        var request = Given.CreateSubscription(await host.AccountAsync(Cancel), "domo/plans/gold");
        request.Subscription.EndDate = Given.Day(2025, 12, 31);

        var refused = await RefusedCall.OfAsync(host.Client.CreateSubscriptionAsync(request, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.InvalidTerm, "subscription.end_date", "before the start date");
        Assert.Empty((await host.Client.ListSubscriptionsAsync(new ListSubscriptionsRequest { Parent = request.Parent }, cancellationToken: Cancel)).Subscriptions);
    }

    [Fact]
    public async Task CreateSubscription_OverlapsBySharingADay_IsRefusedWithTheOther()
    {
        var first = Given.CreateSubscription(await host.AccountAsync(Cancel), "domo/plans/gold");
        await host.Client.CreateSubscriptionAsync(first, cancellationToken: Cancel);
        var second = Given.CreateSubscription(first.Parent, "domo/plans/gold");
        (second.SubscriptionId, second.Subscription.StartDate, second.Subscription.EndDate) = ("second", Given.Day(2026, 12, 31), Given.Day(2027, 12, 30));

        var refused = await RefusedCall.OfAsync(host.Client.CreateSubscriptionAsync(second, cancellationToken: Cancel));

        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.SubscriptionOverlap, $"{first.Parent}/subscriptions/main"), (refused.Code, refused.Reason, refused.Info.Metadata["resource"]));
        second.Subscription.StartDate = Given.Day(2027, 1, 1);
        Assert.Equal($"{first.Parent}/subscriptions/second", (await host.Client.CreateSubscriptionAsync(second, cancellationToken: Cancel)).Name);
    }

    [Fact]
    public async Task CreateSubscription_HolidayOfNoYear_IsRefusedThoughNoCalendarTakesIt()
    {
        var request = Given.CreateSubscription(await host.AccountAsync(Cancel), "domo/plans/gold");
        request.Subscription.Holidays.Add(new CalendarException { Date = Given.Day(2026, 12, 25), Label = "Christmas" });
        request.Subscription.Holidays.Add(new CalendarException { NthWeekday = new NthWeekday { Month = 11, Weekday = (Google.Type.DayOfWeek)999, Occurrence = 4 }, Label = "Thanksgiving" });

        var refused = await RefusedCall.OfAsync(host.Client.CreateSubscriptionAsync(request, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.InvalidCalendar, "subscription.holidays[1].on", "no yearly date");
    }

    [Fact]
    public async Task CreateMaintenanceWindow_ZeroLength_IsRefusedAndNotStored()
    {
        var account = await host.AccountOnAsync("xtm/plans/gold", Cancel);
        var window = new MaintenanceWindow { StartTime = At(May), EndTime = At(May), Kind = MaintenanceKind.Scheduled, NoticeTime = At(May.AddDays(-2)) };

        var refused = await RefusedCall.OfAsync(host.Availability.CreateMaintenanceWindowAsync(
            new CreateMaintenanceWindowRequest { Parent = account, MaintenanceWindow = window, RequestId = Given.NewRequestId() }, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.TimeOrder, "maintenance_window.end_time", "not after the start");
        Assert.Empty((await host.Availability.ListMaintenanceWindowsAsync(new ListMaintenanceWindowsRequest { Parent = account }, cancellationToken: Cancel)).MaintenanceWindows);
    }

    [Fact]
    public async Task GetAvailability_DowntimeOutsideTheMonth_IsNeitherCountedNorListed()
    {
        var account = await host.AccountOnAsync("xtm/plans/gold", Cancel);
        await ReportAsync(account, May, May.AddDays(2));

        var (april, may) = (await StatementAsync(account, 4), await StatementAsync(account, 5));

        Assert.Equal((0L, "100.0000", 0), (april.DowntimeDuration.Seconds, april.AvailabilityPercent, april.Downtimes.Count));
        Assert.Equal((2 * 86_400L, 1), (may.DowntimeDuration.Seconds, may.Downtimes.Count));
    }

    private static Timestamp At(DateTimeOffset time) => Timestamp.FromDateTimeOffset(time);

    private static ConsumeAllowanceRequest Consuming(string name, string quantity) => new() { Name = name, Quantity = quantity, RequestId = Given.NewRequestId() };

    private static SettleReservationRequest Settling(Reservation reservation, string quantity) => new() { Name = reservation.Name, Quantity = quantity, RequestId = Given.NewRequestId() };

    private async Task<string> AllowanceAsync() => $"{await host.AccountOnAsync("xtm/plans/gold", Cancel)}/subscriptions/main/allowances/tam-hours";

    private async Task<Reservation> ReserveAsync(string name, string quantity) => await host.Client.ReserveAllowanceAsync(
        new ReserveAllowanceRequest { Name = name, Quantity = quantity, RequestId = Given.NewRequestId() }, cancellationToken: Cancel);

    private async Task<(string Available, string Reserved, string Consumed)> BalanceAsync(string name)
    {
        var balances = await host.Client.GetBalancesAsync(new GetBalancesRequest { Account = string.Join('/', name.Split('/')[..2]) }, cancellationToken: Cancel);
        var found = balances.Allowances.Single(allowance => allowance.Name == name);
        return (found.Available, found.Reserved, found.Consumed);
    }

    private async Task ReportAsync(string account, DateTimeOffset start, DateTimeOffset end) => await host.Availability.ReportDowntimeAsync(
        new ReportDowntimeRequest { Parent = account, Downtime = new Downtime { StartTime = At(start), EndTime = At(end) }, RequestId = Given.NewRequestId() }, cancellationToken: Cancel);

    private async Task<AvailabilityStatement> StatementAsync(string account, int month) =>
        await host.Availability.GetAvailabilityAsync(new GetAvailabilityRequest { Account = account, Month = Given.Day(2026, month, 1) }, cancellationToken: Cancel);
}
