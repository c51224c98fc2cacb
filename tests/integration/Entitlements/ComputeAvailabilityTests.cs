using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Entitlements;

public sealed class ComputeAvailabilityTests(EntitlementsHost host) : IClassFixture<EntitlementsHost>
{
    private const string Gold = "policies/xtm/plans/gold";
    private const int Hour = 3600;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ComputeAvailability_BelowTheGuarantee_GivesFigureAndCredit()
    {
        var answer = await host.Availability.ComputeAvailabilityAsync(Request(Gold, 720 * Hour, 10 * Hour, 13_320), cancellationToken: Cancel);

        Assert.Equal(("99.4789", "99.5", true, "10"), (answer.AvailabilityPercent, answer.GuaranteePercent, answer.Breached, answer.CreditPercent));
        Assert.Equal(710 * Hour, answer.MeasuredDuration.Seconds);
        Assert.Matches("^policies/xtm@[0-9a-f]{12}/plans/gold$", answer.Plan);
    }

    [Fact]
    public async Task ComputeAvailability_PlanOfARevision_AnswersTheSame()
    {
        var current = await host.Availability.ComputeAvailabilityAsync(Request(Gold, 744 * Hour, 0, 13_392), cancellationToken: Cancel);

        var named = await host.Availability.ComputeAvailabilityAsync(Request(current.Plan, 744 * Hour, 0, 13_392), cancellationToken: Cancel);

        Assert.Equal(current, named);
        Assert.Equal(("99.5000", false, ""), (named.AvailabilityPercent, named.Breached, named.CreditPercent));
    }

    [Fact]
    public async Task ComputeAvailability_NeitherMaintenanceNorDowntime_IsWhole()
    {
        var request = new ComputeAvailabilityRequest { Plan = Gold, ServiceDuration = Seconds(720 * Hour) };

        Assert.Equal("100.0000", (await host.Availability.ComputeAvailabilityAsync(request, cancellationToken: Cancel)).AvailabilityPercent);
    }

    [Theory]
    [InlineData(0, 0, 0, "service_duration", "more than zero")]
    [InlineData((746 * Hour) + 1, 0, 0, "service_duration", "at most 746 hours")]
    [InlineData(720 * Hour, -1, 0, "maintenance_duration", "give zero or more")]
    [InlineData(720 * Hour, 720 * Hour, 0, "maintenance_duration", "give less than the service hours")]
    [InlineData(720 * Hour, 0, -1, "downtime_duration", "give zero or more")]
    [InlineData(720 * Hour, 10 * Hour, (710 * Hour) + 1, "downtime_duration", "leave out downtime within maintenance")]
    public async Task ComputeAvailability_HoursOutOfBounds_NameTheFieldAndSayWhatToGive(int service, int maintenance, int downtime, string field, string advice)
    {
        var refused = await RefusedCall.OfAsync(host.Availability.ComputeAvailabilityAsync(Request(Gold, service, maintenance, downtime), cancellationToken: Cancel));

        refused.AssertField(ErrorReason.FieldOutOfRange, field, advice);
    }

    [Fact]
    public async Task ComputeAvailability_NothingGiven_NamesBothFields()
    {
        var refused = await RefusedCall.OfAsync(host.Availability.ComputeAvailabilityAsync(new ComputeAvailabilityRequest(), cancellationToken: Cancel));

        Assert.Equal((StatusCode.InvalidArgument, ErrorReason.FieldRequired), (refused.Code, refused.Reason));
        Assert.Equal(["plan", "service_duration"], refused.Violations.Select(violation => violation.Field));
    }

    [Fact]
    public async Task ComputeAvailability_DurationOfTwoSigns_NamesTheField()
    {
        var request = Request(Gold, 720 * Hour, 0, 0);
        request.DowntimeDuration = new Duration { Seconds = 1, Nanos = -1 };

        var refused = await RefusedCall.OfAsync(host.Availability.ComputeAvailabilityAsync(request, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.FieldOutOfRange, "downtime_duration", "one sign");
    }

    [Theory]
    [InlineData("policies/nobody/plans/gold", ErrorReason.PolicyNotFound)]
    [InlineData("policies/xtm/plans/iron", ErrorReason.PlanNotFound)]
    [InlineData("policies/xtm@000000000000/plans/gold", ErrorReason.RevisionNotFound)]
    public async Task ComputeAvailability_UnknownPlan_IsNotFound(string plan, ErrorReason reason)
    {
        var refused = await RefusedCall.OfAsync(host.Availability.ComputeAvailabilityAsync(Request(plan, 720 * Hour, 0, 0), cancellationToken: Cancel));

        Assert.Equal((StatusCode.NotFound, reason), (refused.Code, refused.Reason));
    }

    [Theory]
    [InlineData("policies/xtm/plans/silver")]
    [InlineData("policies/domo/plans/diamond")]
    public async Task ComputeAvailability_PlanWithoutGuarantee_IsAFailedPrecondition(string plan)
    {
        var refused = await RefusedCall.OfAsync(host.Availability.ComputeAvailabilityAsync(Request(plan, 720 * Hour, 0, 0), cancellationToken: Cancel));

        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.NoAvailabilityGuarantee, plan), (refused.Code, refused.Reason, refused.Info.Metadata["resource"]));
    }

    private static ComputeAvailabilityRequest Request(string plan, int service, int maintenance, int downtime) => new()
    {
        Plan = plan,
        ServiceDuration = Seconds(service),
        MaintenanceDuration = Seconds(maintenance),
        DowntimeDuration = Seconds(downtime),
    };

    private static Duration Seconds(int seconds) => new() { Seconds = seconds };
}
