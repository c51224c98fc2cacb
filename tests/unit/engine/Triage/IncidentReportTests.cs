using SlaPlatform.Engine.Triage;

namespace SlaPlatform.Engine.Tests.Triage;

public sealed class IncidentReportTests
{
    [Fact]
    public void Create_SeveralBadAnswers_ReportsAllAtOnce()
    {
        var report = IncidentReport.Create(
        [
            new("mood", "bad"),
            new("urgency", "extreme"),
            new("product", new string('x', 201)),
            new("impact", "high"),
        ]);

        Assert.Equal(["report.mood", "report.urgency", "report.product"], report.Violations.Select(violation => violation.Field));
    }

    [Fact]
    public void Create_UnknownValue_ListsTheValues() =>
        Assert.Equal(
            "\"extreme\" is not a value of urgency; use one of high, medium, low.",
            Assert.Single(IncidentReport.Create([new("urgency", "extreme")]).Violations).Description);

    [Fact]
    public void Create_TenMegabyteText_IsRefusedInAShortSentence()
    {
        var violation = Assert.Single(IncidentReport.Create([new("logs", new string('x', 10_000_000))]).Violations);

        Assert.True(violation.Description.Length < 100);
    }

    [Fact]
    public void Create_BlankAnswer_CountsAsAbsent() =>
        Assert.Empty(IncidentReport.Create([new("logs", "  "), new("urgency", "")]).OrThrow().Answers);

    [Theory]
    [InlineData("down", true)]
    [InlineData("not_serving_content", true)]
    [InlineData("degraded", false)]
    public void Unusable_AvailabilityReported_FollowsIt(string availability, bool unusable) =>
        Assert.Equal(unusable, TriagePolicies.Report((ReportField.Availability, availability)).Unusable);

    [Fact]
    public void Production_NotReported_IsUnknown() => Assert.Null(IncidentReport.Empty.Production);
}
