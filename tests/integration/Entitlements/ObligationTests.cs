using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Entitlements;

public abstract class ObligationTests(EntitlementsHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public sealed class OnSqlite(EntitlementsHost host) : ObligationTests(host), IClassFixture<EntitlementsHost>;

    public sealed class OnPostgres(PostgresEntitlementsHost host) : ObligationTests(host), IClassFixture<PostgresEntitlementsHost>;

    [Theory]
    [InlineData("domo/plans/diamond", "weekly-metrics-update", 52)]
    [InlineData("domo/plans/platinum", "weekly-metrics-update", 52)]
    [InlineData("domo/plans/diamond", "weekly-tickets-update", 52)]
    [InlineData("domo/plans/platinum", "weekly-tickets-update", 52)]
    [InlineData("domo/plans/gold", "weekly-tickets-update", 0)]
    [InlineData("domo/plans/silver", "weekly-metrics-update", 0)]
    [InlineData("collibra/plans/premium", "support-cadence", 12)]
    [InlineData("xtm/plans/basic", "business-reviews", 0)]
    [InlineData("collibra/plans/premium", "operations-review", 2)]
    [InlineData("collibra/plans/premium", "support-snapshot", 12)]
    [InlineData("collibra/plans/standard", "support-snapshot", 0)]
    [InlineData("xtm/plans/silver", "business-reviews", 2)]
    [InlineData("xtm/plans/gold", "business-reviews", 4)]
    public async Task ListObligations_OverAYear_AreAsManyAsThePlanOwes(string plan, string feature, int expected)
    {
        var account = await host.AccountOnAsync(plan, Cancel);

        Assert.Equal(expected, (await ListAsync(account)).Count(owed => owed.Feature == feature));
    }

    [Fact]
    public async Task CompleteObligation_InTime_IsDoneOnceAndThoseBeforeAreMissed()
    {
        var account = await host.AccountOnAsync("xtm/plans/gold", Cancel);
        var reviews = (await ListAsync(account)).Where(owed => owed.Feature == "business-reviews").ToList();
        Assert.Equal([ObligationState.Missed, ObligationState.Due, ObligationState.Due, ObligationState.Due], reviews.Select(owed => owed.State));

        var completing = new CompleteObligationRequest { Name = reviews[1].Name, RequestId = Given.NewRequestId() };
        var done = await host.Client.CompleteObligationAsync(completing, cancellationToken: Cancel);
        var repeated = await host.Client.CompleteObligationAsync(completing, cancellationToken: Cancel);
        var late = await host.Client.CompleteObligationAsync(new CompleteObligationRequest { Name = reviews[0].Name, RequestId = Given.NewRequestId() }, cancellationToken: Cancel);
        var again = await RefusedCall.OfAsync(host.Client.CompleteObligationAsync(
            new CompleteObligationRequest { Name = reviews[1].Name, RequestId = Given.NewRequestId() }, cancellationToken: Cancel));

        Assert.Equal((ObligationState.Done, false), (done.State, done.Late));
        Assert.Equal(done, repeated);
        Assert.Equal((ObligationState.Done, true), (late.State, late.Late));
        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.AlreadyCompleted), (again.Code, again.Reason));
        Assert.Equal([late, done], (await ListAsync(account)).Where(owed => owed.State == ObligationState.Done));
    }

    [Fact]
    public async Task RecordOccasion_AReleaseOfThePolicy_IsOwedToEveryAccountByItsPlan()
    {
        var gold = await host.AccountOnAsync("xtm/plans/gold", Cancel);
        var basic = await host.AccountOnAsync("xtm/plans/basic", Cancel);
        var request = Record("policies/xtm", OccasionKind.Release, $"{Given.NewId()}");

        var occasion = await host.Client.RecordOccasionAsync(request, cancellationToken: Cancel);
        var repeated = await host.Client.RecordOccasionAsync(request, cancellationToken: Cancel);

        Assert.Equal(occasion, repeated);
        var owed = (await ListAsync(gold)).Where(found => found.Reference == occasion.Reference).ToList();
        Assert.Equal(["release-demonstration", "release-notes"], owed.Select(found => found.Feature).Order(StringComparer.Ordinal));
        Assert.Equal(occasion.EventTime.ToDateTime().AddDays(1), owed.Single(found => found.Feature == "release-notes").DueTime.ToDateTime());
        Assert.Equal(["release-notes"], (await ListAsync(basic)).Where(found => found.Reference == occasion.Reference).Select(found => found.Feature));
        Assert.Contains((await host.Client.ListOccasionsAsync(new ListOccasionsRequest { Parent = "policies/xtm" }, cancellationToken: Cancel)).Occasions, found => found.Equals(occasion));
    }

    [Theory]
    [InlineData("xtm/plans/basic", OccasionKind.ScheduledMaintenance, "scheduled-maintenance", -8, true)]
    [InlineData("xtm/plans/basic", OccasionKind.EmergencyMaintenance, "emergency-maintenance", 0, false)]
    [InlineData("xtm/plans/basic", OccasionKind.ZeroDayPatch, "zero-day-patch", 24, true)]
    [InlineData("xtm/plans/basic", OccasionKind.PrivateCloudUpdate, "private-cloud-updates", 0, true)]
    [InlineData("domo/plans/diamond", OccasionKind.ScheduledMaintenance, "maintenance-communication", 0, true)]
    public async Task RecordOccasion_OfAnAccount_IsOwedByItsTime(string plan, OccasionKind kind, string feature, int hours, bool isBinding)
    {
        var account = await host.AccountOnAsync(plan, Cancel);

        var occasion = await host.Client.RecordOccasionAsync(Record(account, kind, "window 7"), cancellationToken: Cancel);

        var owed = Assert.Single(await ListAsync(account), found => found.Reference == "window 7");
        Assert.Equal((feature, isBinding, occasion.EventTime.ToDateTime().AddHours(hours)), (owed.Feature, owed.Binding, owed.DueTime.ToDateTime()));
    }

    [Fact]
    public async Task RecordOccasion_OfAnAccountWithoutSubscriptionThen_IsRefused()
    {
        var account = await host.AccountAsync(Cancel);

        var refused = await RefusedCall.OfAsync(host.Client.RecordOccasionAsync(Record(account, OccasionKind.ZeroDayPatch, "patch 7"), cancellationToken: Cancel));

        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.NoSubscription), (refused.Code, refused.Reason));
        Assert.Empty((await host.Client.ListOccasionsAsync(new ListOccasionsRequest { Parent = account }, cancellationToken: Cancel)).Occasions);
    }

    [Fact]
    public async Task RecordOccasion_TheRoadmapIsAskedForTwice_IsOwedOnceAYear()
    {
        var account = await host.AccountOnAsync("xtm/plans/gold", Cancel);
        Assert.DoesNotContain(await ListAsync(account), owed => owed.Feature == "development-roadmap");

        await host.Client.RecordOccasionAsync(Record(account, OccasionKind.Request, "roadmap"), cancellationToken: Cancel);
        await host.Client.RecordOccasionAsync(Record(account, OccasionKind.Request, "roadmap again"), cancellationToken: Cancel);

        var owed = Assert.Single(await ListAsync(account), owed => owed.Feature == "development-roadmap");
        Assert.Equal(Given.Day(2026, 12, 31), owed.DueDate);
    }

    [Fact]
    public async Task ListObligations_BetweenDatesAndPaged_GivesThoseDueThen()
    {
        var account = await host.AccountOnAsync("domo/plans/diamond", Cancel);
        var request = new ListObligationsRequest { Parent = account, StartDate = Given.Day(2026, 2, 1), EndDate = Given.Day(2026, 2, 28), PageSize = 3 };
        var found = new List<Obligation>();
        do
        {
            var page = await host.Client.ListObligationsAsync(request, cancellationToken: Cancel);
            found.AddRange(page.Obligations);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        var all = await ListAsync(account);
        Assert.NotEmpty(found);
        Assert.Equal(all.Where(owed => owed.DueDate.Month == 2), found);
    }

    [Fact]
    public async Task ListObligations_AfterAnUpgrade_OwesByThePlanOfTheDay()
    {
        var account = await host.AccountOnAsync("domo/plans/silver", Cancel);
        Assert.DoesNotContain(await ListAsync(account), owed => owed.Feature == "weekly-metrics-update");
        var subscription = await host.Client.GetSubscriptionAsync(new GetSubscriptionRequest { Name = $"{account}/subscriptions/main" }, cancellationToken: Cancel);
        subscription.Plan = "policies/domo/plans/diamond";
        await host.Client.UpdateSubscriptionAsync(
            new UpdateSubscriptionRequest { Subscription = subscription, UpdateMask = new FieldMask { Paths = { "plan" } }, RequestId = Given.NewRequestId() }, cancellationToken: Cancel);

        var owed = (await ListAsync(account)).Where(found => found.Feature == "weekly-metrics-update").ToList();

        Assert.NotEmpty(owed);
        Assert.All(owed, found => Assert.Equal(ObligationState.Due, found.State));
    }

    [Fact]
    public async Task CompleteObligation_InTheFutureOrUnknown_IsRefused()
    {
        var account = await host.AccountOnAsync("xtm/plans/gold", Cancel);
        var name = (await ListAsync(account))[^1].Name;

        var early = await RefusedCall.OfAsync(host.Client.CompleteObligationAsync(
            new CompleteObligationRequest { Name = name, EffectiveTime = Timestamp.FromDateTimeOffset(host.Time.GetUtcNow().AddHours(1)), RequestId = Given.NewRequestId() },
            cancellationToken: Cancel));
        var unknown = await RefusedCall.OfAsync(host.Client.CompleteObligationAsync(
            new CompleteObligationRequest { Name = $"{account}/obligations/none", RequestId = Given.NewRequestId() }, cancellationToken: Cancel));

        early.AssertField(ErrorReason.TimeOutOfRange, "effective_time", "future");
        Assert.Equal((StatusCode.NotFound, ErrorReason.RecordNotFound), (unknown.Code, unknown.Reason));
    }

    [Fact]
    public async Task RecordOccasion_SeveralFaults_NamesAllAtOnce()
    {
        var refused = await RefusedCall.OfAsync(host.Client.RecordOccasionAsync(
            new RecordOccasionRequest { Parent = "tickets/7", Occasion = new Occasion { Kind = (OccasionKind)99, Reference = new string('x', 201) }, RequestId = "" }, cancellationToken: Cancel));

        Assert.Equal(
            [
                ("occasion.event_time", ErrorReason.FieldRequired), ("occasion.kind", ErrorReason.FieldOutOfRange), ("occasion.reference", ErrorReason.TextTooLong),
                ("parent", ErrorReason.InvalidResourceName), ("request_id", ErrorReason.FieldRequired),
            ],
            refused.Violations.Select(violation => (violation.Field, violation.Reason)).Order());
    }

    private RecordOccasionRequest Record(string parent, OccasionKind kind, string reference) => new()
    {
        Parent = parent,
        Occasion = new Occasion { Kind = kind, EventTime = Timestamp.FromDateTimeOffset(host.Time.GetUtcNow().AddDays(2)), Reference = reference },
        RequestId = Given.NewRequestId(),
    };

    private async Task<IReadOnlyList<Obligation>> ListAsync(string account) =>
        (await host.Client.ListObligationsAsync(new ListObligationsRequest { Parent = account, PageSize = 1000 }, cancellationToken: Cancel)).Obligations;
}
