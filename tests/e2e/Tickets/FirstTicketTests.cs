using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.EndToEnd.Platform;

namespace SlaPlatform.EndToEnd.Tickets;

/// <summary>A first ticket on each plan that has targets.</summary>
public sealed class FirstTicketTests(PlatformFixture fixture)
{
    public static TheoryData<string, int, string> Plans => new()
    {
        { "domo/silver", 1, "InitialResponse Within 6h" },
        { "domo/gold", 2, "InitialResponse Within 8h" },
        { "domo/platinum", 1, "InitialResponse Within 2h" },
        { "domo/diamond", 3, "InitialResponse Within 8h, Resolution BestEffort" },
        { "collibra/standard", 3, "InitialResponse Within 1bd" },
        { "collibra/premium", 1, "InitialResponse Within 15m, Resolution Within 72h" },
        { "zmanda/standard", 4, "InitialResponse Within 24h" },
        { "zmanda/premium", 1, "InitialResponse Within 15m" },
        { "zmanda/trial", 2, "InitialResponse Within 1h" },
        { "xtm/basic", 1, "InitialResponse Within 30m, Resolution Within 2h" },
        { "xtm/silver", 3, "InitialResponse Automatic, Update Every 5bd, Resolution Within 7bd" },
        { "xtm/gold", 2, "InitialResponse Within 1h, Resolution Within 3cd" },
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public async Task OpenTicket_OnEachPlanWithTargets_ShowsItsMilestones(string plan, int level, string expected)
    {
        var channel = plan.StartsWith("zmanda", StringComparison.Ordinal) || plan.StartsWith("domo", StringComparison.Ordinal) ? Channel.Phone : Channel.Portal;
        var clocks = fixture.Platform.ClockClient();
        var cancellation = TestContext.Current.CancellationToken;

        var opened = await clocks.OpenTicketAsync(Opening.On(plan, level, channel, unusable: true), cancellationToken: cancellation);
        var ticket = await clocks.GetTicketAsync(new GetTicketRequest { Name = opened.Name }, cancellationToken: cancellation);

        Assert.Equal(level, ticket.RulingLevel);
        Assert.Equal(expected, string.Join(", ", ticket.Milestones.Select(Describe)));
        Assert.DoesNotContain(ticket.Milestones, milestone => milestone.State == MilestoneState.Exempt);
    }

    [Fact]
    public async Task ExplainMilestone_OfARunningTarget_AddsUpToItsAmount()
    {
        var clocks = fixture.Platform.ClockClient();
        var cancellation = TestContext.Current.CancellationToken;
        var ticket = await clocks.OpenTicketAsync(Opening.On("xtm/silver", 1, Channel.Portal), cancellationToken: cancellation);
        var resolution = ticket.Milestones.Single(milestone => milestone.Kind == MilestoneKind.Resolution);

        var explained = await clocks.ExplainMilestoneAsync(
            new ExplainMilestoneRequest { Ticket = ticket.Name, Milestone = resolution.Id }, cancellationToken: cancellation);

        var segments = explained.Derivation.Segments;
        Assert.Equal(TimeSpan.FromHours(2), segments.Aggregate(TimeSpan.Zero, (sum, segment) => sum + segment.CreditedDuration.ToTimeSpan()));
        Assert.Equal(resolution.DueTime, segments[^1].EndTime);
        Assert.All(segments.Zip(segments.Skip(1)), pair => Assert.Equal(pair.First.EndTime, pair.Second.StartTime));
        Assert.NotEmpty(explained.Derivation.Landing);
    }

    private static string Describe(Milestone milestone) =>
        milestone.Target.Timed is null ? $"{milestone.Kind} {milestone.Target.Kind}" : $"{milestone.Kind} {milestone.Target.Kind} {Describe(milestone.Target.Timed.Amount)}";

    private static string Describe(Amount amount) => amount.LengthCase switch
    {
        Amount.LengthOneofCase.OpenDuration when amount.OpenDuration.Seconds % 3600 == 0 => $"{amount.OpenDuration.Seconds / 3600}h",
        Amount.LengthOneofCase.OpenDuration => $"{amount.OpenDuration.Seconds / 60}m",
        Amount.LengthOneofCase.BusinessDays => $"{amount.BusinessDays}bd",
        Amount.LengthOneofCase.CalendarDays => $"{amount.CalendarDays}cd",
        _ => $"{amount.CalendarMonths}mo",
    };
}
