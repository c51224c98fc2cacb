using System.Collections.Immutable;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Triage;
using static SlaPlatform.Engine.Tests.Triage.TriagePolicies;

namespace SlaPlatform.Engine.Tests.Triage;

public sealed class SeverityTriageTests
{
    [Fact]
    public void Assess_RulePasses_ProposesItsLevelAndNamesTheFacts()
    {
        var assessment = Assess(Scheme, Report((ReportField.Availability, "down"), (ReportField.Workaround, "none"), (ReportField.Function, "major")));

        Assert.Equal(1, assessment.Proposal.Level?.Level);
        Assert.Equal("outage", assessment.Proposal.Basis.Id);
        Assert.Equal([new("availability", "down"), new("workaround", "none")], assessment.Proposal.FactsUsed);
    }

    [Fact]
    public void Assess_FieldOfRuleUnanswered_DoesNotPass() =>
        Assert.Null(Assess(Scheme, Report((ReportField.Availability, "down"))).Proposal.Level);

    [Fact]
    public void Assess_NoRulePasses_ProposesTheDefaultLevel()
    {
        var assessment = Assess(Scheme with { DefaultLevel = 3 }, IncidentReport.Empty);

        Assert.Equal((3, "default"), (assessment.Proposal.Level!.Level, assessment.Proposal.Basis.Id));
    }

    [Theory]
    [InlineData("fr-CA", true)]
    [InlineData("en-GB", false)]
    [InlineData(null, false)]
    public void Assess_ReportInALanguageWithoutSupport_Warns(string? written, bool warns)
    {
        var policy = Of(Scheme) with
        {
            Provisions = [new Provision("language", LocalizedText.Of("English"), ImmutableSortedDictionary<string, string>.Empty.Add("language", "en de"), "§9")],
        };
        var report = written is null ? IncidentReport.Empty : Report((ReportField.Language, written));

        var warnings = SeverityTriage.Assess(policy, report).OrThrow().Warnings;

        Assert.Equal(warns ? [new AssessmentWarning.NotInSupportLanguage("fr-CA", ["en", "de"])] : [], warnings);
    }

    [Fact]
    public void Assess_AFieldThatOnlyADivertingClauseTests_IsAmongWhatWouldChange()
    {
        var exclusion = new Exclusion("wishes", [], LocalizedText.Of("Not covered"), "§1") { PointedToBy = [new ReportTest("cause", ["customer"])], DivertsTo = LocalizedText.Of("Sales") };

        var assessment = SeverityTriage.Assess(Of(Scheme) with { Exclusions = [exclusion] }, IncidentReport.Empty).OrThrow();

        Assert.Contains(new DecisiveFact("cause", "customer", null, IsDiverted: true), assessment.WouldChange);
    }

    [Fact]
    public void Assess_AnswersPointToADivertingClause_AreDiverted()
    {
        var exclusion = new Exclusion("features", [], LocalizedText.Of("Not covered"), "§1") { PointedToBy = [new ReportTest("cause", ["customer"])] };
        var policy = Of(Scheme) with { Exclusions = [exclusion, exclusion with { Clause = "wishes", DivertsTo = LocalizedText.Of("Sales") }] };

        var diverted = SeverityTriage.Assess(policy, Report((ReportField.Cause, "customer"))).OrThrow();
        var asked = SeverityTriage.Assess(policy, IncidentReport.Empty).OrThrow();

        Assert.Equal("wishes", diverted.Diversion?.Clause);
        Assert.Null(asked.Diversion);
        Assert.Contains(new DecisiveFact("cause", "customer", null, IsDiverted: true), asked.WouldChange);
    }

    [Theory]
    [InlineData("high", "high", 1)]
    [InlineData("high", "low", 2)]
    [InlineData("low", "low", 3)]
    public void Assess_UrgencyAndImpactReported_TheMatrixProposes(string urgency, string impact, int level)
    {
        var assessment = Assess(WithMatrix, Report((ReportField.Urgency, urgency), (ReportField.Impact, impact)));

        Assert.Equal((level, "matrix"), (assessment.Proposal.Level!.Level, assessment.Proposal.Basis.Id));
    }

    [Fact]
    public void Assess_DescriptionFitsAnotherLevelThanTheMatrix_WarnsAndTheMatrixWins()
    {
        var assessment = Assess(WithMatrix, Report((ReportField.Urgency, "low"), (ReportField.Impact, "low"), (ReportField.Function, "major")));

        Assert.Equal(3, assessment.Proposal.Level?.Level);
        var warning = Assert.IsType<AssessmentWarning.DescriptionFitsAnotherLevel>(Assert.Single(assessment.Warnings));
        Assert.Equal((2, "major"), (warning.Fits.Level, warning.Rule.Id));
    }

    [Fact]
    public void Assess_OnlyUrgencyReported_TheRulesPropose() =>
        Assert.Equal("major", Assess(WithMatrix, Report((ReportField.Urgency, "low"), (ReportField.Function, "major"))).Proposal.Basis.Id);

    [Fact]
    public void Assess_ClaimDeparts_IsKeptWithItsReasonAndRules()
    {
        var assessment = Assess(Scheme, Report((ReportField.Function, "major")), new SeverityClaim(1, "month end"));

        Assert.Equal((1, RulingGround.Claimed, "month end"), (assessment.Ruling!.Level, assessment.Ground, assessment.OverrideReason));
        Assert.IsType<AssessmentWarning.ClaimDeparts>(Assert.Single(assessment.Warnings));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    [InlineData(-1)]
    public void Assess_LevelThePolicyLacks_IsRefusedWithTheLevelsThereAre(int level)
    {
        var refused = SeverityTriage.Assess(Of(Scheme), IncidentReport.Empty, new SeverityClaim(level), new SeverityAssignment(level));

        Assert.Equal(["claimed_level", "assigned_level"], refused.Violations.Select(violation => violation.Field));
        Assert.Equal($"{level} is not a level of acme; use 1 to 3 (P1..P3).", refused.Violations[0].Description);
    }

    [Fact]
    public void Assess_OneAnswerWouldChangeTheLevel_IsNamed()
    {
        var assessment = Assess(Scheme, Report((ReportField.Availability, "down"), (ReportField.Function, "major")));

        Assert.Contains(new DecisiveFact("workaround", "none", 1), assessment.WouldChange);
        Assert.DoesNotContain(assessment.WouldChange, fact => fact.Level == 2 || fact.Field == "users_affected");
    }

    [Fact]
    public void Assess_PolicyAsksForWhatTheReportLacks_IsMissing()
    {
        var policy = Of(Scheme, Requirement("logs"), Requirement("start_time"), Requirement("incident_id"));

        var assessment = SeverityTriage.Assess(policy, Report((ReportField.Logs, "trace"))).OrThrow();

        Assert.Equal(["start_time"], assessment.Missing.Select(requirement => requirement.Field));
    }

    [Fact]
    public void Assess_AnswerPointsToAClause_NamesItAsPossible()
    {
        var pointed = new Exclusion("third-party", [], LocalizedText.Of("Third parties"), "§4") { PointedToBy = [new("cause", ["third_party"])] };
        var policy = Of(Scheme) with { Exclusions = [pointed, new Exclusion("other", [], LocalizedText.Of("Other"), "§4")] };

        var assessment = SeverityTriage.Assess(policy, Report((ReportField.Cause, "third_party"))).OrThrow();

        Assert.Equal(["third-party"], assessment.MayBeExcluded.Select(exclusion => exclusion.Clause));
    }

    private static SeverityAssessment Assess(SeverityScheme scheme, IncidentReport report, SeverityClaim? claim = null) =>
        SeverityTriage.Assess(Of(scheme), report, claim).OrThrow();

    private static ReportRequirement Requirement(string field) => new(field, LocalizedText.Of(field), "§3");
}
