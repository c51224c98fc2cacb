using Google.Protobuf.WellKnownTypes;
using Google.Type;
using Grpc.Core;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Entitlements;

public abstract class AvailabilityTests(EntitlementsHost host)
{
    // A month that is over: the hosts' clocks stand in June 2026.
    private static readonly DateTimeOffset May = new(2026, 4, 30, 22, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public sealed class OnSqlite(EntitlementsHost host) : AvailabilityTests(host), IClassFixture<EntitlementsHost>;

    public sealed class OnPostgres(PostgresEntitlementsHost host) : AvailabilityTests(host), IClassFixture<PostgresEntitlementsHost>;

    [Theory]
    [InlineData(13_392, "99.5000", false)]
    [InlineData(13_428, "99.4987", true)]
    public async Task GetAvailability_TheWorkedMonthOf744Hours_IsAsWorkedOut(int downSeconds, string percent, bool isBreached)
    {
        var account = await AccountAsync();
        await ReportAsync(account, May.AddDays(3), May.AddDays(3).AddSeconds(downSeconds));

        var statement = await StatementAsync(account);

        Assert.Equal((744 * 3600L, percent, "99.5", isBreached), (statement.ServiceDuration.Seconds, statement.AvailabilityPercent, statement.GuaranteePercent, statement.Breached));
        Assert.Equal(isBreached ? "10" : null, statement.Credit?.Percent);
        Assert.StartsWith("policies/xtm@", statement.Plan, StringComparison.Ordinal);
        Assert.Equal(
            [(CountedAs.Service, May, 744.0), (CountedAs.Downtime, May.AddDays(3), downSeconds / 3600.0)],
            statement.CountedIntervals.Select(counted => (counted.CountedAs, counted.StartTime.ToDateTimeOffset(), (counted.EndTime - counted.StartTime).ToTimeSpan().TotalHours)));
    }

    [Fact]
    public async Task GetAvailability_MaintenanceTakenBackOrOverDowntime_CountsAsThePolicySays()
    {
        var account = await AccountAsync();
        await WindowAsync(account, May.AddDays(1), May.AddDays(1).AddHours(10));
        var gone = await WindowAsync(account, May.AddDays(5), May.AddDays(5).AddHours(10));
        await WindowAsync(account, May.AddDays(7), May.AddDays(7).AddHours(1), MaintenanceKind.Emergency);
        await host.Availability.CancelMaintenanceWindowAsync(new CancelMaintenanceWindowRequest { Name = gone.Name, Etag = gone.Etag, RequestId = Given.NewRequestId() }, cancellationToken: Cancel);
        await ReportAsync(account, May.AddDays(1).AddHours(9), May.AddDays(1).AddHours(11));
        await ReportAsync(account, May.AddDays(7).AddHours(-1), May.AddDays(7).AddHours(2));

        var statement = await StatementAsync(account);

        Assert.Equal((10 * 3600L, 3 * 3600L), (statement.MaintenanceDuration.Seconds, statement.DowntimeDuration.Seconds));
        Assert.Equal((3, 2), (statement.MaintenanceWindows.Count, statement.Downtimes.Count));
    }

    [Theory]
    [InlineData(2026, 3, 743)]
    [InlineData(2026, 5, 744)]
    [InlineData(2025, 10, 745)]
    public async Task GetAvailability_MonthsAtTheEdges_HaveTheHoursOfTheAccountsZone(int year, int month, int hours)
    {
        var account = await AccountAsync(start: Given.Day(2025, 1, 1));

        Assert.Equal(hours * 3600L, (await StatementAsync(account, year, month)).ServiceDuration.Seconds);
    }

    [Fact]
    public async Task GetAvailability_DowntimeOverTheEdgeOfTheMonth_CountsInEachItsPart()
    {
        var account = await AccountAsync();
        await ReportAsync(account, May.AddHours(-2), May.AddHours(3));

        Assert.Equal((2 * 3600L, 3 * 3600L), ((await StatementAsync(account, month: 4)).DowntimeDuration.Seconds, (await StatementAsync(account)).DowntimeDuration.Seconds));
        Assert.Equal(0, (await StatementAsync(account, month: 3)).DowntimeDuration.Seconds);
    }

    [Fact]
    public async Task GetAvailability_SubscriptionBeginsMidMonth_MeasuresFromThere()
    {
        var account = await AccountAsync(start: Given.Day(2026, 5, 16));

        Assert.Equal(16 * 24 * 3600L, (await StatementAsync(account)).ServiceDuration.Seconds);
    }

    [Fact]
    public async Task ClaimCredit_BelowTheGuarantee_IsGivenOnce()
    {
        var account = await AccountAsync();
        await ReportAsync(account, May.AddDays(3), May.AddDays(4));
        var claim = Claim(account);

        var credit = await host.Availability.ClaimCreditAsync(claim, cancellationToken: Cancel);
        var repeated = await host.Availability.ClaimCreditAsync(claim, cancellationToken: Cancel);
        var again = await RefusedCall.OfAsync(host.Availability.ClaimCreditAsync(Claim(account), cancellationToken: Cancel));

        Assert.Equal(credit, repeated);
        Assert.Equal(("10", new Money { CurrencyCode = "EUR", Units = 123, Nanos = 460_000_000 }), (credit.Percent, credit.Amount));
        Assert.Equal((StatusCode.AlreadyExists, ErrorReason.CreditAlreadyClaimed), (again.Code, again.Reason));
        Assert.Equal(credit, (await StatementAsync(account)).Credit);
    }

    [Fact]
    public async Task ClaimCredit_ManyAtOnce_IsGivenOnce()
    {
        var account = await AccountAsync();
        await ReportAsync(account, May.AddDays(3), May.AddDays(4));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            try
            {
                await host.Availability.ClaimCreditAsync(Claim(account), cancellationToken: Cancel);
                return (ErrorReason?)null;
            }
            catch (RpcException e)
            {
                return RefusedCall.Of(e).Reason;
            }
        }));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Equal(15, outcomes.Count(outcome => outcome == ErrorReason.CreditAlreadyClaimed));
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public async Task ClaimCredit_NothingDue_IsRefused(int month, bool isDown)
    {
        var account = await AccountAsync();
        if (isDown)
        {
            await ReportAsync(account, host.Time.GetUtcNow().AddHours(-9), host.Time.GetUtcNow());
        }

        var refused = await RefusedCall.OfAsync(host.Availability.ClaimCreditAsync(Claim(account, month), cancellationToken: Cancel));

        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.NoCreditDue), (refused.Code, refused.Reason));
    }

    [Theory]
    [InlineData(DowntimeExclusion.ForceMajeure)]
    [InlineData(DowntimeExclusion.Network)]
    [InlineData(DowntimeExclusion.Subcontractor)]
    [InlineData(DowntimeExclusion.EmergencyMaintenance)]
    [InlineData(DowntimeExclusion.ScheduledMaintenance)]
    public async Task ExcludeDowntime_CauseOfThePolicy_TakesItOutWithItsEvidence(DowntimeExclusion cause)
    {
        var account = await AccountAsync();
        var downtime = await ReportAsync(account, May.AddDays(3), May.AddDays(4));

        var excluded = await ExcludeAsync(downtime, cause);

        var statement = await StatementAsync(account);
        Assert.Equal((0L, "100.0000"), (statement.DowntimeDuration.Seconds, statement.AvailabilityPercent));
        Assert.Equal(excluded, Assert.Single(statement.Downtimes));
        Assert.Equal((cause, "notice 7"), (excluded.Exclusion, excluded.Evidence));
        Assert.Equal(
            (downtime.StartTime, downtime.EndTime, cause, "notice 7", "ops", Timestamp.FromDateTimeOffset(host.Time.GetUtcNow())),
            Assert.Single(excluded.Exclusions) is var decided ? (decided.StartTime, decided.EndTime, decided.Cause, decided.Evidence, decided.Actor, decided.DecideTime) : default);
        // What is no part of the service hours is not measured either.
        Assert.Equal(cause == DowntimeExclusion.ScheduledMaintenance ? 86_400 : 0, statement.MaintenanceDuration.Seconds);
    }

    [Fact]
    public async Task ExcludeDowntime_StrikeOfTheVendorsOwnStaff_CountsUnderThePolicy()
    {
        var downtime = await ReportAsync(await AccountAsync(), May.AddDays(3), May.AddDays(4));

        var refused = await RefusedCall.OfAsync(host.Availability.ExcludeDowntimeAsync(Excluding(downtime, DowntimeExclusion.VendorStaffStrike), cancellationToken: Cancel));

        refused.AssertField(ErrorReason.FieldOutOfRange, "exclusion", "give a cause that one does");
    }

    [Fact]
    public async Task RevertDowntimeExclusion_Standing_CountsAgainAndKeepsWhatWasDecided()
    {
        var account = await AccountAsync();
        var excluded = await ExcludeAsync(await ReportAsync(account, May.AddDays(3), May.AddDays(4)), DowntimeExclusion.Network);
        var twice = await RefusedCall.OfAsync(host.Availability.ExcludeDowntimeAsync(Excluding(excluded, DowntimeExclusion.ForceMajeure), cancellationToken: Cancel));

        var reverted = await host.Availability.RevertDowntimeExclusionAsync(Reverting(excluded), cancellationToken: Cancel);
        var again = await RefusedCall.OfAsync(host.Availability.RevertDowntimeExclusionAsync(Reverting(reverted), cancellationToken: Cancel));

        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.AlreadyCompleted), (twice.Code, twice.Reason));
        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.AlreadyCompleted), (again.Code, again.Reason));
        Assert.Equal(86_400L, (await StatementAsync(account)).DowntimeDuration.Seconds);
        Assert.Equal((DowntimeExclusion.Unspecified, ""), (reverted.Exclusion, reverted.Evidence));
        Assert.Equal(
            (DowntimeExclusion.Network, "ops", "ana", "it was ours"),
            Assert.Single(reverted.Exclusions) is var decided ? (decided.Cause, decided.Actor, decided.RevertActor, decided.RevertReason) : default);
        Assert.NotNull(reverted.Exclusions[0].RevertTime);
    }

    [Fact]
    public async Task ExcludeDowntime_ThatLasts_IsOutUntilItEnds()
    {
        var account = await AccountAsync();
        var now = host.Time.GetUtcNow();
        var lasting = await host.Availability.ReportDowntimeAsync(
            new ReportDowntimeRequest { Parent = account, Downtime = new Downtime { StartTime = Timestamp.FromDateTimeOffset(now.AddHours(-2)) }, RequestId = Given.NewRequestId() }, cancellationToken: Cancel);

        var excluded = await ExcludeAsync(lasting, DowntimeExclusion.Network);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.Availability.EndDowntimeAsync(new EndDowntimeRequest { Name = lasting.Name, Etag = excluded.Etag, RequestId = Given.NewRequestId() }, cancellationToken: Cancel);

        Assert.Equal(0L, (await StatementAsync(account, month: 6)).DowntimeDuration.Seconds);
    }

    [Fact]
    public async Task GetAvailability_SubscriptionMovedToAZoneFurtherWest_IsAMonthOfItsZone()
    {
        var account = await AccountAsync();
        var subscription = await host.Client.GetSubscriptionAsync(new GetSubscriptionRequest { Name = $"{account}/subscriptions/main" }, cancellationToken: Cancel);
        subscription.TimeZone = "America/Los_Angeles";
        await host.Client.UpdateSubscriptionAsync(
            new UpdateSubscriptionRequest { Subscription = subscription, UpdateMask = FieldMask.FromString("time_zone"), RequestId = Given.NewRequestId() }, cancellationToken: Cancel);
        await ReportAsync(account, new DateTimeOffset(2026, 5, 31, 23, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 6, 1, 8, 0, 0, TimeSpan.Zero));

        var statement = await StatementAsync(account, month: 6);

        Assert.Equal((new DateTimeOffset(2026, 6, 1, 7, 0, 0, TimeSpan.Zero), 720 * 3600L, 3600L), (statement.StartTime.ToDateTimeOffset(), statement.ServiceDuration.Seconds, statement.DowntimeDuration.Seconds));
    }

    [Fact]
    public async Task GetAvailability_InstanceOfAnotherOrder_HasTheGuaranteeOfItsOwn()
    {
        var account = await host.AccountAsync(Cancel);
        foreach (var (plan, product) in new[] { ("silver", "test"), ("gold", "cloud") })
        {
            var request = Given.CreateSubscription(account, $"xtm/plans/{plan}");
            request.SubscriptionId = plan;
            request.Subscription.Products.Add(product);
            await host.Client.CreateSubscriptionAsync(request, cancellationToken: Cancel);
        }

        Assert.Equal(744 * 3600L, (await StatementAsync(account, instance: "cloud")).ServiceDuration.Seconds);
        var refused = await RefusedCall.OfAsync(host.Availability.GetAvailabilityAsync(
            new GetAvailabilityRequest { Account = account, Instance = "test", Month = Given.Day(2026, 5, 1) }, cancellationToken: Cancel));
        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.NoAvailabilityGuarantee), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task GetAvailability_InstanceOfASubcontractor_HasNoGuarantee()
    {
        var account = await AccountAsync();
        await ReportAsync(account, May.AddDays(3), May.AddDays(4), "eu-1");
        Assert.True((await StatementAsync(account, instance: "eu-1")).Breached);

        await host.Availability.SetInstanceAsync(
            new SetInstanceRequest { Parent = account, Instance = new Instance { Label = "eu-1", Operator = InstanceOperator.Subcontractor }, RequestId = Given.NewRequestId() }, cancellationToken: Cancel);

        var refused = await RefusedCall.OfAsync(host.Availability.GetAvailabilityAsync(
            new GetAvailabilityRequest { Account = account, Instance = "eu-1", Month = Given.Day(2026, 5, 1) }, cancellationToken: Cancel));
        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.NoAvailabilityGuarantee), (refused.Code, refused.Reason));
        Assert.Equal("100.0000", (await StatementAsync(account)).AvailabilityPercent);
        Assert.Equal("eu-1", Assert.Single((await host.Availability.ListInstancesAsync(new ListInstancesRequest { Parent = account }, cancellationToken: Cancel)).Instances).Label);
    }

    [Fact]
    public async Task GetAvailability_PlanWithoutGuarantee_IsRefused()
    {
        var account = await host.AccountOnAsync("xtm/plans/silver", Cancel);

        var refused = await RefusedCall.OfAsync(host.Availability.GetAvailabilityAsync(new GetAvailabilityRequest { Account = account, Month = Given.Day(2026, 5, 1) }, cancellationToken: Cancel));

        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.NoAvailabilityGuarantee), (refused.Code, refused.Reason));
    }

    [Theory]
    [InlineData(8, null)]
    [InlineData(7, ErrorReason.NoticeTooShort)]
    public async Task CreateMaintenanceWindow_Scheduled_TakesEightHoursNotice(int hours, ErrorReason? expected)
    {
        var account = await AccountAsync();
        var now = host.Time.GetUtcNow();
        var request = Window(account, now.AddHours(hours), now.AddHours(hours + 1));
        request.MaintenanceWindow.NoticeTime = null;

        if (expected is null)
        {
            Assert.Equal(Timestamp.FromDateTimeOffset(now), (await host.Availability.CreateMaintenanceWindowAsync(request, cancellationToken: Cancel)).NoticeTime);
        }
        else
        {
            var refused = await RefusedCall.OfAsync(host.Availability.CreateMaintenanceWindowAsync(request, cancellationToken: Cancel));
            Assert.Equal((StatusCode.FailedPrecondition, expected), (refused.Code, refused.Reason));
            request.MaintenanceWindow.Kind = MaintenanceKind.Emergency;
            request.RequestId = Given.NewRequestId();
            await host.Availability.CreateMaintenanceWindowAsync(request, cancellationToken: Cancel);
        }
    }

    [Fact]
    public async Task CreateMaintenanceWindow_RepeatedOnceTheNoticeWouldBeTooShort_GetsTheSame()
    {
        var request = Window(await AccountAsync(), host.Time.GetUtcNow().AddHours(8), host.Time.GetUtcNow().AddHours(9));
        request.MaintenanceWindow.NoticeTime = null;
        var window = await host.Availability.CreateMaintenanceWindowAsync(request, cancellationToken: Cancel);

        host.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(window, await host.Availability.CreateMaintenanceWindowAsync(request, cancellationToken: Cancel));
    }

    [Fact]
    public async Task ReportDowntime_RequestIdsThatEndAlike_AreTwo()
    {
        var account = await AccountAsync();
        foreach (var requestId in new[] { "2f0c1a60-5b1e-11f1-8c1e-0242ac120002", "2f0c2b8a-5b1e-11f1-8c1e-0242ac120002" })
        {
            await host.Availability.ReportDowntimeAsync(
                new ReportDowntimeRequest { Parent = account, Downtime = new Downtime { StartTime = Timestamp.FromDateTimeOffset(May) }, RequestId = requestId }, cancellationToken: Cancel);
        }

        Assert.Equal(2, (await host.Availability.ListDowntimesAsync(new ListDowntimesRequest { Parent = account }, cancellationToken: Cancel)).Downtimes.Count);
    }

    // Friday 18:00 to Monday 00:00 in Warsaw, two hours before that in Greenwich.
    [Theory]
    [InlineData("2026-06-05T16:00Z", "2026-06-07T22:00Z", true)]
    [InlineData("2026-06-05T15:59Z", "2026-06-05T20:00Z", false)]
    [InlineData("2026-06-07T20:00Z", "2026-06-07T22:01Z", false)]
    public async Task CreateMaintenanceWindow_ByItsHours_IsWithinThePlannedOnesOrNot(string start, string end, bool expected)
    {
        var account = await AccountAsync();

        var window = await WindowAsync(account, DateTimeOffset.Parse(start, null), DateTimeOffset.Parse(end, null), notice: host.Time.GetUtcNow());

        Assert.Equal(expected, window.WithinPlannedHours);
    }

    [Fact]
    public async Task CreateMaintenanceWindow_Announced_MeetsWhatIsOwedForIt()
    {
        var account = await AccountAsync();
        var now = host.Time.GetUtcNow();

        var window = await WindowAsync(account, now.AddDays(2), now.AddDays(2).AddHours(1), notice: now);

        var owed = Assert.Single((await host.Client.ListObligationsAsync(new ListObligationsRequest { Parent = account }, cancellationToken: Cancel)).Obligations, found => found.Reference == window.Name);
        Assert.Equal(("scheduled-maintenance", ObligationState.Done, false), (owed.Feature, owed.State, owed.Late));
        await host.Availability.CancelMaintenanceWindowAsync(new CancelMaintenanceWindowRequest { Name = window.Name, Etag = window.Etag, RequestId = Given.NewRequestId() }, cancellationToken: Cancel);
        Assert.DoesNotContain((await host.Client.ListObligationsAsync(new ListObligationsRequest { Parent = account }, cancellationToken: Cancel)).Obligations, found => found.Reference == window.Name);
    }

    [Fact]
    public async Task CreateMaintenanceWindow_SeveralFaults_NamesAllAtOnce()
    {
        var at = Timestamp.FromDateTimeOffset(May);

        var refused = await RefusedCall.OfAsync(host.Availability.CreateMaintenanceWindowAsync(
            new CreateMaintenanceWindowRequest
            {
                Parent = "accounts/",
                MaintenanceWindow = new MaintenanceWindow { StartTime = at, EndTime = at, NoticeTime = Timestamp.FromDateTimeOffset(host.Time.GetUtcNow().AddDays(1)) },
                RequestId = "x",
            },
            cancellationToken: Cancel));

        Assert.Equal(
            [
                ("maintenance_window.end_time", ErrorReason.TimeOrder), ("maintenance_window.kind", ErrorReason.FieldRequired),
                ("maintenance_window.notice_time", ErrorReason.TimeOutOfRange), ("parent", ErrorReason.InvalidResourceName), ("request_id", ErrorReason.InvalidRequestId),
            ],
            refused.Violations.Select(violation => (violation.Field, violation.Reason)).Order());
    }

    [Fact]
    public async Task CancelMaintenanceWindow_Twice_IsRefused()
    {
        var account = await AccountAsync();
        var window = await WindowAsync(account, May, May.AddHours(1));
        var gone = await host.Availability.CancelMaintenanceWindowAsync(new CancelMaintenanceWindowRequest { Name = window.Name, Etag = window.Etag, RequestId = Given.NewRequestId() }, cancellationToken: Cancel);

        var stale = await RefusedCall.OfAsync(host.Availability.CancelMaintenanceWindowAsync(
            new CancelMaintenanceWindowRequest { Name = window.Name, Etag = window.Etag, RequestId = Given.NewRequestId() }, cancellationToken: Cancel));
        var again = await RefusedCall.OfAsync(host.Availability.CancelMaintenanceWindowAsync(
            new CancelMaintenanceWindowRequest { Name = window.Name, Etag = gone.Etag, RequestId = Given.NewRequestId() }, cancellationToken: Cancel));

        Assert.Equal((StatusCode.Aborted, ErrorReason.StaleEtag), (stale.Code, stale.Reason));
        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.AlreadyCompleted), (again.Code, again.Reason));
    }

    [Fact]
    public async Task EndDowntime_ThatLasts_CountsUntilThen()
    {
        var account = await AccountAsync();
        var now = host.Time.GetUtcNow();
        var lasting = await host.Availability.ReportDowntimeAsync(
            new ReportDowntimeRequest { Parent = account, Downtime = new Downtime { StartTime = Timestamp.FromDateTimeOffset(now.AddHours(-2)) }, RequestId = Given.NewRequestId() }, cancellationToken: Cancel);
        Assert.Equal(2 * 3600L, (await StatementAsync(account, month: 6)).DowntimeDuration.Seconds);

        var ended = await host.Availability.EndDowntimeAsync(
            new EndDowntimeRequest { Name = lasting.Name, EndTime = Timestamp.FromDateTimeOffset(now.AddHours(-1)), Etag = lasting.Etag, RequestId = Given.NewRequestId() }, cancellationToken: Cancel);
        var again = await RefusedCall.OfAsync(host.Availability.EndDowntimeAsync(
            new EndDowntimeRequest { Name = lasting.Name, Etag = ended.Etag, RequestId = Given.NewRequestId() }, cancellationToken: Cancel));

        Assert.Equal(3600L, (await StatementAsync(account, month: 6)).DowntimeDuration.Seconds);
        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.AlreadyCompleted), (again.Code, again.Reason));
    }

    [Fact]
    public async Task ReportDowntime_InTheFutureOrBackwards_IsRefused()
    {
        var account = await AccountAsync();
        var now = host.Time.GetUtcNow();

        var future = await RefusedCall.OfAsync(host.Availability.ReportDowntimeAsync(
            new ReportDowntimeRequest { Parent = account, Downtime = new Downtime { StartTime = Timestamp.FromDateTimeOffset(now.AddDays(1)) }, RequestId = Given.NewRequestId() }, cancellationToken: Cancel));
        var backwards = await RefusedCall.OfAsync(host.Availability.ReportDowntimeAsync(
            new ReportDowntimeRequest
            {
                Parent = account,
                Downtime = new Downtime { StartTime = Timestamp.FromDateTimeOffset(May.AddHours(1)), EndTime = Timestamp.FromDateTimeOffset(May.AddHours(1)) },
                RequestId = Given.NewRequestId(),
            },
            cancellationToken: Cancel));

        future.AssertField(ErrorReason.TimeOutOfRange, "downtime.start_time", "future");
        backwards.AssertField(ErrorReason.TimeOrder, "downtime.end_time", "after the start");
    }

    [Fact]
    public async Task ClaimCredit_UnsoundFee_IsRefused()
    {
        var account = await AccountAsync();
        var negative = Claim(account);
        negative.MonthlyFee.Units = -1;
        negative.MonthlyFee.Nanos = 0;
        var unknown = Claim(account);
        unknown.MonthlyFee.CurrencyCode = "XXZ";

        (await RefusedCall.OfAsync(host.Availability.ClaimCreditAsync(negative, cancellationToken: Cancel))).AssertField(ErrorReason.FieldOutOfRange, "monthly_fee", "more than zero");
        (await RefusedCall.OfAsync(host.Availability.ClaimCreditAsync(unknown, cancellationToken: Cancel))).AssertField(ErrorReason.UnknownCurrency, "monthly_fee.currency_code", "ISO 4217");
    }

    [Fact]
    public async Task GetAvailability_NoMonth_IsRefused()
    {
        var refused = await RefusedCall.OfAsync(host.Availability.GetAvailabilityAsync(
            new GetAvailabilityRequest { Account = "accounts/any", Month = new Date { Year = 2026, Month = 13 } }, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.TimeOutOfRange, "month", "no month");
    }

    private static CreateMaintenanceWindowRequest Window(string account, DateTimeOffset start, DateTimeOffset end, MaintenanceKind kind = MaintenanceKind.Scheduled, DateTimeOffset? notice = null) => new()
    {
        Parent = account,
        MaintenanceWindow = new MaintenanceWindow
        {
            StartTime = Timestamp.FromDateTimeOffset(start),
            EndTime = Timestamp.FromDateTimeOffset(end),
            Kind = kind,
            NoticeTime = Timestamp.FromDateTimeOffset(notice ?? start.AddDays(-1)),
        },
        RequestId = Given.NewRequestId(),
    };

    private static ExcludeDowntimeRequest Excluding(Downtime downtime, DowntimeExclusion cause) =>
        new() { Name = downtime.Name, Exclusion = cause, Evidence = "notice 7", Actor = "ops", Etag = downtime.Etag, RequestId = Given.NewRequestId() };

    private static RevertDowntimeExclusionRequest Reverting(Downtime downtime) =>
        new() { Name = downtime.Name, Actor = "ana", Reason = "it was ours", Etag = downtime.Etag, RequestId = Given.NewRequestId() };

    private async Task<Downtime> ExcludeAsync(Downtime downtime, DowntimeExclusion cause) =>
        await host.Availability.ExcludeDowntimeAsync(Excluding(downtime, cause), cancellationToken: Cancel);

    private static ClaimCreditRequest Claim(string account, int month = 5) => new()
    {
        Account = account,
        Month = Given.Day(2026, month, 1),
        MonthlyFee = new Money { CurrencyCode = "EUR", Units = 1234, Nanos = 550_000_000 },
        RequestId = Given.NewRequestId(),
    };

    private async Task<string> AccountAsync(Date? start = null)
    {
        var request = Given.CreateSubscription(await host.AccountAsync(Cancel), "xtm/plans/gold");
        request.Subscription.StartDate = start ?? request.Subscription.StartDate;
        await host.Client.CreateSubscriptionAsync(request, cancellationToken: Cancel);
        return request.Parent;
    }

    private async Task<MaintenanceWindow> WindowAsync(string account, DateTimeOffset start, DateTimeOffset end, MaintenanceKind kind = MaintenanceKind.Scheduled, DateTimeOffset? notice = null) =>
        await host.Availability.CreateMaintenanceWindowAsync(Window(account, start, end, kind, notice), cancellationToken: Cancel);

    private async Task<Downtime> ReportAsync(string account, DateTimeOffset start, DateTimeOffset end, string instance = "") => await host.Availability.ReportDowntimeAsync(
        new ReportDowntimeRequest
        {
            Parent = account,
            Downtime = new Downtime { Instance = instance, StartTime = Timestamp.FromDateTimeOffset(start), EndTime = Timestamp.FromDateTimeOffset(end) },
            RequestId = Given.NewRequestId(),
        },
        cancellationToken: Cancel);

    private async Task<AvailabilityStatement> StatementAsync(string account, int year = 2026, int month = 5, string instance = "") => await host.Availability.GetAvailabilityAsync(
        new GetAvailabilityRequest { Account = account, Instance = instance, Month = Given.Day(year, month, 1) }, cancellationToken: Cancel);
}
