using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Contracts.Entitlements.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Entitlements;

public abstract class AssignmentTests(EntitlementsHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public sealed class OnSqlite(EntitlementsHost host) : AssignmentTests(host), IClassFixture<EntitlementsHost>;

    public sealed class OnPostgres(PostgresEntitlementsHost host) : AssignmentTests(host), IClassFixture<PostgresEntitlementsHost>;

    [Theory]
    [InlineData("2026-06-02T08:00:00Z", Channel.Portal, "premium_support_engineer", "Ines")]
    [InlineData("2026-06-02T22:00:00Z", Channel.Portal, "premium_on_call_engineer", "")]
    [InlineData("2026-06-06T08:00:00Z", Channel.Portal, "premium_on_call_engineer", "")]
    [InlineData("2026-06-02T08:00:00Z", Channel.Email, "support", "")]
    public async Task RouteTicket_CollibraPremium_GoesToTheEngineerInHoursOnly(string at, Channel channel, string queue, string person)
    {
        var account = await host.AccountOnAsync("collibra/plans/premium", Cancel);
        await host.Client.SetAssignmentAsync(Set(account, "support-engineer", "Ines", "Europe/Brussels", "policies/collibra/calendars/standard-hours"), cancellationToken: Cancel);

        var route = await host.Client.RouteTicketAsync(
            new RouteTicketRequest { Account = account, Channel = channel, Level = 2, AsOfTime = Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)) },
            cancellationToken: Cancel);

        Assert.Equal((queue, person), (route.Queue, route.Person));
        Assert.NotEqual("", route.Explanation);
    }

    [Fact]
    public async Task SetAssignment_SeveralCandidates_TakesTheOneNearestToThePreferredZone()
    {
        var account = await host.AccountOnAsync("collibra/plans/premium", Cancel);
        var request = Set(account, "support-engineer", "Ines", "America/New_York");
        request.Candidates.Add(new Assignment { Role = "support-engineer", Person = "Bo", TimeZone = "Asia/Tokyo" });

        var near = await host.Client.SetAssignmentAsync(request, cancellationToken: Cancel);
        request.PreferredTimeZone = "Australia/Sydney";
        request.RequestId = Given.NewRequestId();
        var far = await host.Client.SetAssignmentAsync(request, cancellationToken: Cancel);

        Assert.Equal(("Ines", "Bo"), (near.Person, far.Person));
        var listed = await host.Client.ListAssignmentsAsync(new ListAssignmentsRequest { Parent = account }, cancellationToken: Cancel);
        Assert.Equal([far], listed.Assignments);
    }

    [Theory]
    [InlineData("domo/plans/diamond", Channel.Phone, "dedicated_phone_line")]
    [InlineData("domo/plans/diamond", Channel.Portal, "senior_technical_advisor")]
    [InlineData("domo/plans/silver", Channel.Phone, "senior_technical_advisor")]
    [InlineData("zmanda/plans/premium", Channel.Portal, "support")]
    [InlineData("xtm/plans/gold", Channel.Portal, "support")]
    public async Task RouteTicket_ByPlanAndChannel_GoesWhereThePolicySays(string plan, Channel channel, string queue)
    {
        var account = await host.AccountOnAsync(plan, Cancel);

        var route = await host.Client.RouteTicketAsync(
            new RouteTicketRequest { Account = account, Channel = channel, Level = 1, AsOfTime = Timestamp.FromDateTime(new DateTime(2026, 6, 2, 9, 0, 0, DateTimeKind.Utc)) },
            cancellationToken: Cancel);

        Assert.Equal(queue, route.Queue);
    }

    [Theory]
    [InlineData(Line.Unspecified, 9, "support")]
    [InlineData(Line.SecondLine, 9, "support")]
    [InlineData(Line.ThirdLine, 9, "third_line")]
    [InlineData(Line.ThirdLine, 10, "support_desk")]
    [InlineData(Line.ThirdLine, 20, "support_desk")]
    [InlineData(Line.Development, 9, "support")]
    public async Task RouteTicket_Xtm_GoesToThirdLineOnlyWhenHandedToItAndInItsHours(Line line, int hour, string queue)
    {
        var account = await host.AccountOnAsync("xtm/plans/gold", Cancel);

        var route = await host.Client.RouteTicketAsync(
            new RouteTicketRequest { Account = account, Channel = Channel.Portal, Level = 1, Line = line, AsOfTime = Timestamp.FromDateTime(new DateTime(2026, 6, 2, hour, 30, 0, DateTimeKind.Utc)) },
            cancellationToken: Cancel);

        Assert.Equal(queue, route.Queue);
    }

    [Theory]
    [InlineData("collibra/plans/premium", Line.Unspecified, true)]
    [InlineData("collibra/plans/standard", Line.Unspecified, false)]
    [InlineData("domo/plans/diamond", Line.Development, true)]
    [InlineData("domo/plans/diamond", Line.SecondLine, false)]
    [InlineData("domo/plans/platinum", Line.Development, false)]
    public async Task RouteTicket_PlanWithPriority_IsPrioritizedWhereThePolicySays(string plan, Line line, bool first)
    {
        var account = await host.AccountOnAsync(plan, Cancel);

        var route = await host.Client.RouteTicketAsync(
            new RouteTicketRequest { Account = account, Channel = Channel.Portal, Level = 2, Line = line }, cancellationToken: Cancel);

        Assert.Equal(first, route.Prioritized);
    }

    [Fact]
    public async Task RouteTicket_UnknownLine_IsRefused()
    {
        var account = await host.AccountOnAsync("collibra/plans/premium", Cancel);

        var refused = await RefusedCall.OfAsync(host.Client.RouteTicketAsync(
            new RouteTicketRequest { Account = account, Channel = Channel.Portal, Level = 2, Line = (Line)999 }, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.FieldOutOfRange, "line", "999");
    }

    [Fact]
    public async Task RouteTicket_LevelThatThePolicyLacks_IsRefused()
    {
        var account = await host.AccountOnAsync("collibra/plans/premium", Cancel);

        var refused = await RefusedCall.OfAsync(host.Client.RouteTicketAsync(new RouteTicketRequest { Account = account, Channel = Channel.Portal, Level = 9 }, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.UnknownLevel, "level", "give 1 to");
    }

    [Fact]
    public async Task SetAssignment_RoleThatNoPlanHas_IsRefusedWithTheRoles()
    {
        var account = await host.AccountOnAsync("collibra/plans/premium", Cancel);

        var refused = await RefusedCall.OfAsync(host.Client.SetAssignmentAsync(Set(account, "account-manager", "Ines", "Europe/Brussels"), cancellationToken: Cancel));

        refused.AssertField(ErrorReason.FieldOutOfRange, "assignment.role", "support-engineer");
    }

    [Fact]
    public async Task SetAssignment_SeveralFaults_NamesAllAtOnce()
    {
        var request = Set("accounts/none", "support-engineer", "", "Mars/Olympus", "policies/collibra/plans/premium");
        request.Candidates.Add(new Assignment { Role = "other", Person = "Bo", TimeZone = "" });

        var refused = await RefusedCall.OfAsync(host.Client.SetAssignmentAsync(request, cancellationToken: Cancel));

        Assert.Equal(
            [
                ("assignment.calendar", ErrorReason.InvalidResourceName), ("assignment.person", ErrorReason.FieldRequired), ("assignment.time_zone", ErrorReason.UnknownTimeZone),
                ("candidates[0].role", ErrorReason.FieldOutOfRange), ("candidates[0].time_zone", ErrorReason.FieldRequired),
            ],
            refused.Violations.Select(violation => (violation.Field, violation.Reason)).Order());
    }

    [Fact]
    public async Task SetAssignment_UnknownCalendar_IsRefusedWithThoseThereAre()
    {
        var account = await host.AccountOnAsync("collibra/plans/premium", Cancel);

        var refused = await RefusedCall.OfAsync(host.Client.SetAssignmentAsync(
            Set(account, "support-engineer", "Ines", "Europe/Brussels", "policies/collibra/calendars/moonlight"), cancellationToken: Cancel));

        refused.AssertField(ErrorReason.FieldOutOfRange, "assignment.calendar", "policies/collibra/calendars/standard-hours");
    }

    [Fact]
    public async Task RouteTicket_WithoutASubscription_IsRefused()
    {
        var account = await host.AccountAsync(Cancel);

        var refused = await RefusedCall.OfAsync(host.Client.RouteTicketAsync(
            new RouteTicketRequest { Account = account, Channel = Channel.Portal, Level = 1 }, cancellationToken: Cancel));

        Assert.Equal((StatusCode.FailedPrecondition, ErrorReason.NoSubscription), (refused.Code, refused.Reason));
    }

    private static SetAssignmentRequest Set(string account, string role, string person, string zone, string calendar = "") => new()
    {
        Parent = account,
        Assignment = new Assignment { Role = role, Person = person, TimeZone = zone, Calendar = calendar },
        RequestId = Given.NewRequestId(),
    };
}
