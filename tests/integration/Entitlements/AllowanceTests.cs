using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;
using Enum = System.Enum;

namespace SlaPlatform.Integration.Tests.Entitlements;

public abstract class AllowanceTests(EntitlementsHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public sealed class OnSqlite(EntitlementsHost host) : AllowanceTests(host), IClassFixture<EntitlementsHost>;

    public sealed class OnPostgres(PostgresEntitlementsHost host) : AllowanceTests(host), IClassFixture<PostgresEntitlementsHost>;

    [Theory]
    [InlineData("domo/plans/silver", "")]
    [InlineData("domo/plans/gold", "private-training=4 SESSION, service-days=3 SERVICE_DAY")]
    [InlineData("domo/plans/platinum", "private-training=8 SESSION, service-days=10 SERVICE_DAY")]
    [InlineData("domo/plans/diamond", "private-training=12 SESSION, service-days=25 SERVICE_DAY")]
    [InlineData("xtm/plans/silver", "tam-hours=4 HOUR")]
    [InlineData("xtm/plans/gold", "tam-hours=12 HOUR")]
    [InlineData("zmanda/plans/premium", "")]
    public async Task GetBalances_ByPlan_AreWhatThePlanGrants(string plan, string expected)
    {
        var account = await host.AccountOnAsync(plan, Cancel);

        var balances = await host.Client.GetBalancesAsync(new GetBalancesRequest { Account = account }, cancellationToken: Cancel);

        Assert.Equal(expected, string.Join(", ", balances.Allowances.Select(allowance => $"{allowance.Name.Split('/')[^1]}={allowance.Available} {Enum.GetName(allowance.Unit)}"
            .Replace("ServiceDay", "SERVICE_DAY", StringComparison.Ordinal).Replace("Session", "SESSION", StringComparison.Ordinal).Replace("Hour", "HOUR", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("it")]
    [InlineData("zh-Hans")]
    public async Task GetBalances_InALanguage_TitlesAreTranslated(string language)
    {
        var account = await host.AccountOnAsync("domo/plans/gold", Cancel);

        var english = await host.Client.GetBalancesAsync(new GetBalancesRequest { Account = account }, cancellationToken: Cancel);
        var asked = await host.Client.GetBalancesAsync(new GetBalancesRequest { Account = account, Language = language }, cancellationToken: Cancel);
        var accepted = await host.Client.GetBalancesAsync(new GetBalancesRequest { Account = account }, new Metadata { { "accept-language", language } }, cancellationToken: Cancel);

        Assert.Equal(asked, accepted);
        Assert.All(english.Allowances.Zip(asked.Allowances), pair => Assert.NotEqual(pair.First.Title, pair.Second.Title));
    }

    [Fact]
    public async Task SettleReservation_LessThanReserved_GivesTheRestBackAndIsClosed()
    {
        var name = await AllowanceAsync("xtm/plans/gold", "tam-hours");
        var reserved = await host.Client.ReserveAllowanceAsync(
            new ReserveAllowanceRequest { Name = name, Quantity = "3", Purpose = "review", RequestId = Given.NewRequestId() }, cancellationToken: Cancel);
        var held = await BalanceAsync(name);

        var settling = new SettleReservationRequest { Name = reserved.Name, Quantity = "1.25", RequestId = Given.NewRequestId() };
        var settled = await host.Client.SettleReservationAsync(settling, cancellationToken: Cancel);
        var repeated = await host.Client.SettleReservationAsync(settling, cancellationToken: Cancel);
        var again = await RefusedCall.OfAsync(host.Client.SettleReservationAsync(
            new SettleReservationRequest { Name = reserved.Name, Quantity = "1.25", RequestId = Given.NewRequestId() }, cancellationToken: Cancel));
        var released = await RefusedCall.OfAsync(host.Client.ReleaseReservationAsync(
            new ReleaseReservationRequest { Name = reserved.Name, RequestId = Given.NewRequestId() }, cancellationToken: Cancel));

        Assert.Equal(("9", "3", "0"), (held.Available, held.Reserved, held.Consumed));
        Assert.Equal((ReservationState.Settled, "3", "1.25"), (settled.State, settled.Quantity, settled.SettledQuantity));
        Assert.Equal(settled, repeated);
        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.ReservationClosed), (again.Code, again.Reason));
        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.ReservationClosed), (released.Code, released.Reason));
        var after = await BalanceAsync(name);
        Assert.Equal(("12", "10.75", "0", "1.25"), (after.Granted, after.Available, after.Reserved, after.Consumed));
    }

    [Fact]
    public async Task SettleReservation_MoreThanReserved_NeedsBalance()
    {
        var name = await AllowanceAsync("xtm/plans/silver", "tam-hours");
        var reserved = await host.Client.ReserveAllowanceAsync(
            new ReserveAllowanceRequest { Name = name, Quantity = "1", RequestId = Given.NewRequestId() }, cancellationToken: Cancel);

        var tooMuch = await RefusedCall.OfAsync(host.Client.SettleReservationAsync(
            new SettleReservationRequest { Name = reserved.Name, Quantity = "4.25", RequestId = Given.NewRequestId() }, cancellationToken: Cancel));
        var settled = await host.Client.SettleReservationAsync(
            new SettleReservationRequest { Name = reserved.Name, Quantity = "4", RequestId = Given.NewRequestId() }, cancellationToken: Cancel);

        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.InsufficientBalance), (tooMuch.Code, tooMuch.Reason));
        Assert.Equal("4", settled.SettledQuantity);
        Assert.Equal("0", (await BalanceAsync(name)).Available);
    }

    [Fact]
    public async Task ReserveAllowance_HoldEnds_GivesItBackByItself()
    {
        var name = await AllowanceAsync("domo/plans/platinum", "service-days");
        var reserved = await host.Client.ReserveAllowanceAsync(
            new ReserveAllowanceRequest { Name = name, Quantity = "2", HoldDuration = new Duration { Seconds = 3600 }, RequestId = Given.NewRequestId() }, cancellationToken: Cancel);

        host.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(ReservationState.Released, (await host.Client.GetReservationAsync(new GetReservationRequest { Name = reserved.Name }, cancellationToken: Cancel)).State);
        Assert.Equal(("10", "0"), ((await BalanceAsync(name)).Available, (await BalanceAsync(name)).Reserved));
        var entries = await host.Client.ListLedgerEntriesAsync(new ListLedgerEntriesRequest { Parent = name }, cancellationToken: Cancel);
        Assert.Equal(["renew", "reserve", "release"], entries.Entries.Select(entry => entry.Operation));
        Assert.Equal(reserved.ExpireTime, entries.Entries[2].RecordTime);
    }

    [Fact]
    public async Task AdjustAllowance_BelowZero_IsRefusedAndNothingIsBooked()
    {
        var name = await AllowanceAsync("domo/plans/platinum", "service-days");

        var refused = await RefusedCall.OfAsync(host.Client.AdjustAllowanceAsync(
            new AdjustAllowanceRequest { Name = name, Quantity = "-11", Reason = "counted twice", Actor = "ops", RequestId = Given.NewRequestId() }, cancellationToken: Cancel));
        var adjusted = await host.Client.AdjustAllowanceAsync(
            new AdjustAllowanceRequest { Name = name, Quantity = "-4", Reason = "counted twice", Actor = "ops", RequestId = Given.NewRequestId() }, cancellationToken: Cancel);

        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.InsufficientBalance), (refused.Code, refused.Reason));
        Assert.Equal(("6", "6"), (adjusted.Granted, adjusted.Available));
        var entries = await host.Client.ListLedgerEntriesAsync(new ListLedgerEntriesRequest { Parent = name }, cancellationToken: Cancel);
        Assert.Equal(("adjust", "ops", "counted twice"), (entries.Entries[^1].Operation, entries.Entries[^1].Actor, entries.Entries[^1].Reason));
    }

    [Fact]
    public async Task ListLedgerEntries_Paged_EveryEntrySumsToZeroAndComesOnce()
    {
        var name = await AllowanceAsync("domo/plans/platinum", "service-days");
        await GrantAsync(name, "2");
        await ConsumeAsync(name, "5");
        var found = new List<LedgerEntry>();
        var page = "";
        do
        {
            var answer = await host.Client.ListLedgerEntriesAsync(new ListLedgerEntriesRequest { Parent = name, PageSize = 1, PageToken = page }, cancellationToken: Cancel);
            found.AddRange(answer.Entries);
            page = answer.NextPageToken;
        }
        while (page.Length > 0);

        Assert.Equal([(1L, "renew"), (2L, "grant"), (3L, "consume")], found.Select(entry => (entry.Sequence, entry.Operation)));
        Assert.All(found, entry => Assert.Equal(0, entry.Postings.Sum(posting => decimal.Parse(posting.Quantity, System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public async Task GetBalances_AsOfThePast_AreThoseOfThen()
    {
        var name = await AllowanceAsync("xtm/plans/gold", "tam-hours");
        var before = Timestamp.FromDateTimeOffset(host.Time.GetUtcNow());
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await ConsumeAsync(name, "2");

        Assert.Equal(("12", "10"), ((await BalanceAsync(name, before)).Available, (await BalanceAsync(name)).Available));
        var refused = await RefusedCall.OfAsync(host.Client.GetBalancesAsync(
            new GetBalancesRequest { Account = AccountOf(name), AsOfTime = Timestamp.FromDateTimeOffset(host.Time.GetUtcNow().AddDays(1)) }, cancellationToken: Cancel));
        refused.AssertField(ErrorReason.TimeOutOfRange, "as_of_time", "in the future");
    }

    [Fact]
    public async Task ConsumeAllowance_NextMonth_StartsAnewAndTheRestHasExpired()
    {
        var name = await AllowanceAsync("xtm/plans/silver", "tam-hours");
        await ConsumeAsync(name, "3.5");
        var first = await BalanceAsync(name);
        host.Time.Advance(first.PeriodEndTime.ToDateTimeOffset() - host.Time.GetUtcNow());

        var after = await ConsumeAsync(name, "1");

        Assert.Equal(("4", "3"), (after.Granted, after.Available));
        Assert.Equal(first.PeriodEndTime, after.PeriodStartTime);
        var entries = await host.Client.ListLedgerEntriesAsync(new ListLedgerEntriesRequest { Parent = name }, cancellationToken: Cancel);
        Assert.Equal(["renew", "consume", "expire", "renew", "consume"], entries.Entries.Select(entry => entry.Operation).TakeLast(5));
    }

    [Fact]
    public async Task UpdateSubscription_UpgradeMidTerm_GrantsTheRestOfThePeriodProRata()
    {
        var account = await host.AccountOnAsync("domo/plans/gold", Cancel);
        var name = $"{account}/subscriptions/main/allowances/service-days";
        await ConsumeAsync(name, "1");
        host.Time.Advance(TimeSpan.FromSeconds(1));
        var subscription = await host.Client.GetSubscriptionAsync(new GetSubscriptionRequest { Name = $"{account}/subscriptions/main" }, cancellationToken: Cancel);
        subscription.Plan = "policies/domo/plans/diamond";
        await host.Client.UpdateSubscriptionAsync(
            new UpdateSubscriptionRequest { Subscription = subscription, UpdateMask = new FieldMask { Paths = { "plan" } }, RequestId = Given.NewRequestId() }, cancellationToken: Cancel);

        var after = await BalanceAsync(name);

        // The day of the change counts for the new plan; each plan's share of the rest of the year is rounded down to whole days.
        var left = new DateOnly(2027, 1, 1).DayNumber - DateOnly.FromDateTime(host.Time.GetUtcNow().AddHours(2).Date).DayNumber;
        var granted = 3 + Math.Floor(25m * left / 365) - Math.Floor(3m * left / 365);
        Assert.Equal((granted.ToString(System.Globalization.CultureInfo.InvariantCulture), "1"), (after.Granted, after.Consumed));
    }

    [Fact]
    public async Task ListAllowanceSignals_BalanceRunsLow_SaysSoOnce()
    {
        var name = await AllowanceAsync("xtm/plans/gold", "tam-hours");
        await ConsumeAsync(name, "9.5");
        Assert.DoesNotContain(await SignalsAsync(name), signal => signal.Kind == AllowanceSignalKind.LowBalance);
        await ConsumeAsync(name, "0.25");
        await ConsumeAsync(name, "0.25");

        var signal = Assert.Single(await SignalsAsync(name), signal => signal.Kind == AllowanceSignalKind.LowBalance);

        Assert.Equal((name, "2.25", "12"), (signal.Allowance, signal.Available, signal.Granted));
    }

    [Fact]
    public async Task ConsumeAllowance_SeveralFaults_NamesAllAtOnce()
    {
        var refused = await RefusedCall.OfAsync(host.Client.ConsumeAllowanceAsync(
            new ConsumeAllowanceRequest { Name = "accounts/acme/allowances/tam", Quantity = "1,5", Purpose = new string('x', 1001), EffectiveTime = new Timestamp { Seconds = -1 }, RequestId = "7" },
            cancellationToken: Cancel));

        Assert.Equal(
            [
                ("effective_time", ErrorReason.TimeOutOfRange), ("name", ErrorReason.InvalidResourceName), ("purpose", ErrorReason.TextTooLong),
                ("quantity", ErrorReason.InvalidQuantity), ("request_id", ErrorReason.InvalidRequestId),
            ],
            refused.Violations.Select(violation => (violation.Field, violation.Reason)).Order());
    }

    [Theory]
    [InlineData("-1", "more than zero")]
    [InlineData("0", "more than zero")]
    [InlineData("0.3", "multiple of 0.25")]
    [InlineData("1000001", "at most 1000000")]
    [InlineData("0.0000001", "at most 6 decimal places")]
    [InlineData("NaN", "not a decimal")]
    public async Task ConsumeAllowance_UnsoundQuantity_IsRefused(string quantity, string advice)
    {
        var name = await AllowanceAsync("xtm/plans/gold", "tam-hours");

        var refused = await RefusedCall.OfAsync(host.Client.ConsumeAllowanceAsync(
            new ConsumeAllowanceRequest { Name = name, Quantity = quantity, RequestId = Given.NewRequestId() }, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.InvalidQuantity, "quantity", advice);
    }

    [Fact]
    public async Task ConsumeAllowance_EffectiveInTheFuture_IsToldToReserve()
    {
        var name = await AllowanceAsync("xtm/plans/gold", "tam-hours");

        var refused = await RefusedCall.OfAsync(host.Client.ConsumeAllowanceAsync(
            new ConsumeAllowanceRequest { Name = name, Quantity = "1", EffectiveTime = Timestamp.FromDateTimeOffset(host.Time.GetUtcNow().AddDays(1)), RequestId = Given.NewRequestId() },
            cancellationToken: Cancel));

        refused.AssertField(ErrorReason.TimeOutOfRange, "effective_time", "reserve what will be");
    }

    [Fact]
    public async Task ConsumeAllowance_EffectiveBeforeThePeriod_IsRefused()
    {
        var name = await AllowanceAsync("xtm/plans/gold", "tam-hours");
        var start = (await BalanceAsync(name)).PeriodStartTime.ToDateTimeOffset();

        var refused = await RefusedCall.OfAsync(host.Client.ConsumeAllowanceAsync(
            new ConsumeAllowanceRequest { Name = name, Quantity = "1", EffectiveTime = Timestamp.FromDateTimeOffset(start.AddSeconds(-1)), RequestId = Given.NewRequestId() },
            cancellationToken: Cancel));

        refused.AssertField(ErrorReason.TimeOutOfRange, "effective_time", "adjustment");
    }

    [Theory]
    [InlineData("subscriptions/main/allowances/moon-hours", ErrorReason.AllowanceNotFound)]
    [InlineData("subscriptions/none/allowances/tam-hours", ErrorReason.SubscriptionNotFound)]
    public async Task ConsumeAllowance_WhatIsNotThere_IsNotFound(string path, ErrorReason reason)
    {
        var account = await host.AccountOnAsync("xtm/plans/gold", Cancel);

        var refused = await RefusedCall.OfAsync(host.Client.ConsumeAllowanceAsync(
            new ConsumeAllowanceRequest { Name = $"{account}/{path}", Quantity = "1", RequestId = Given.NewRequestId() }, cancellationToken: Cancel));

        Assert.Equal((StatusCode.NotFound, reason), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task SettleReservation_NeverMade_IsNotFound()
    {
        var name = await AllowanceAsync("xtm/plans/gold", "tam-hours");

        var refused = await RefusedCall.OfAsync(host.Client.SettleReservationAsync(
            new SettleReservationRequest { Name = $"{name}/reservations/none", Quantity = "1", RequestId = Given.NewRequestId() }, cancellationToken: Cancel));

        Assert.Equal((StatusCode.NotFound, ErrorReason.ReservationNotFound), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task ReserveAllowance_HoldTooLong_IsRefused()
    {
        var name = await AllowanceAsync("xtm/plans/gold", "tam-hours");

        var refused = await RefusedCall.OfAsync(host.Client.ReserveAllowanceAsync(
            new ReserveAllowanceRequest { Name = name, Quantity = "1", HoldDuration = new Duration { Seconds = 91 * 86400 }, RequestId = Given.NewRequestId() }, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.FieldOutOfRange, "hold_duration", "at most 90 days");
    }

    private static string AccountOf(string name) => string.Join('/', name.Split('/')[..2]);

    private async Task<string> AllowanceAsync(string plan, string feature) => $"{await host.AccountOnAsync(plan, Cancel)}/subscriptions/main/allowances/{feature}";

    private async Task<Allowance> BalanceAsync(string name, Timestamp? asOf = null) =>
        (await host.Client.GetBalancesAsync(new GetBalancesRequest { Account = AccountOf(name), AsOfTime = asOf }, cancellationToken: Cancel)).Allowances.Single(allowance => allowance.Name == name);

    private async Task<IReadOnlyList<AllowanceSignal>> SignalsAsync(string name) =>
        (await host.Client.ListAllowanceSignalsAsync(new ListAllowanceSignalsRequest { Parent = AccountOf(name) }, cancellationToken: Cancel)).Signals;

    private async Task<Allowance> ConsumeAsync(string name, string quantity) => await host.Client.ConsumeAllowanceAsync(
        new ConsumeAllowanceRequest { Name = name, Quantity = quantity, RequestId = Given.NewRequestId() }, cancellationToken: Cancel);

    private async Task<Allowance> GrantAsync(string name, string quantity) => await host.Client.GrantAllowanceAsync(
        new GrantAllowanceRequest { Name = name, Quantity = quantity, Reason = "goodwill", RequestId = Given.NewRequestId() }, cancellationToken: Cancel);
}
