using System.Collections.Immutable;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Tests.Policies;

public sealed class PlanTermsTests
{
    private static readonly ServiceTerms Utc = new() { TimeZone = "UTC" };

    [Fact]
    public void Resolve_EverythingWrong_NamesAllOfItAtOnce()
    {
        var terms = new ServiceTerms
        {
            TimeZone = "Mars/Olympus",
            Readings = ImmutableSortedDictionary<string, string>.Empty.Add("unknown", "a").Add("start", "never"),
            CalendarOverrides = ImmutableSortedDictionary<string, BusinessCalendar>.Empty.Add("office", BusinessCalendar.Always()),
        };

        var violations = PlanTerms.Resolve(new PolicyBuilder().Read("start", "late").Build(), "platinum", terms).Violations;

        Assert.Equal(["calendar_overrides[office]", "plan", "readings[start]", "readings[unknown]", "time_zone"], violations.Select(violation => violation.Field).Order());
    }

    [Fact]
    public void Resolve_DefaultReadingNamed_ChangesNothing()
    {
        var policy = new PolicyBuilder().Within(MilestoneKind.Resolution, "1h").Read("start", "late", new TargetPatch { Calendar = "office" }).Build();

        Assert.Equal("24x7", CalendarOf(policy, "document"));
        Assert.Equal("office", CalendarOf(policy, "late"));
    }

    [Theory]
    [InlineData("plan", 1, MilestoneKind.Resolution, true)]
    [InlineData("other", 1, MilestoneKind.Resolution, false)]
    [InlineData("plan", 2, MilestoneKind.Resolution, false)]
    [InlineData("plan", 1, MilestoneKind.Update, false)]
    public void Selects_PatchOfOneTarget_TouchesThatAlone(string plan, int level, MilestoneKind milestone, bool selected) =>
        Assert.Equal(selected, new TargetPatch { Plans = ["plan"], Levels = [1], Milestones = [MilestoneKind.Resolution] }.Selects(plan, level, milestone));

    [Fact]
    public void Resolve_BusinessDaysOnUnequalWeekdays_IsRefused()
    {
        var policy = new PolicyBuilder().Calendar("short-friday", "UTC", "mon-thu 09:00-17:00; fri 09:00-13:00").Within(MilestoneKind.Resolution, "2 business_days", "short-friday").Build();

        Assert.Equal("calendars[short-friday]", PlanTerms.Resolve(policy, "plan", Utc).Violations.Single().Field);
    }

    [Theory]
    [InlineData("same_time", 1)]
    [InlineData("4h", 0)]
    public void Resolve_HandOverBetweenBusinessDays_NeedsADayLengthThere(string day, int violations)
    {
        var policy = new PolicyBuilder().Calendar("developers", "UTC", "mon-fri 09:00-13:00", day)
            .Within(MilestoneKind.Resolution, "2 business_days", "office", with: timing => timing with { Lines = timing.Lines.Add("development", "developers") }).Build();

        Assert.Equal(violations, PlanTerms.Resolve(policy, "plan", Utc).Violations.Length);
    }

    [Fact]
    public void FindTarget_NothingPromised_IsNull()
    {
        var terms = PlanTerms.Resolve(new PolicyBuilder().Promise(MilestoneKind.Resolution, new Commitment.None()).Build(), "plan", Utc).OrThrow();

        Assert.Null(terms.FindTarget(1, MilestoneKind.Resolution));
        Assert.Null(terms.FindTarget(9, MilestoneKind.Update));
    }

    private static string CalendarOf(Policy policy, string answer) =>
        PlanTerms.Resolve(policy, "plan", Utc with { Readings = ImmutableSortedDictionary<string, string>.Empty.Add("start", answer) }).OrThrow()
            .FindTarget(1, MilestoneKind.Resolution)!.Commitment.Timing!.Calendar;
}
