using System.Collections.Immutable;
using SlaPlatform.Engine.Availability;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.PolicyDocuments.Tests;

public sealed class ShippedDocumentTests
{
    public static TheoryData<string> Ids => [.. Documents.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Parse_ShippedDocument_IsSound(string id) => Assert.Equal(id, Documents.Policy(id).Id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Parse_CanonicalBytes_GivesTheSameBytesAndHash(string id)
    {
        var parsed = Documents.Parsed(id);

        var again = PolicyDocument.Parse(parsed.CanonicalBytes.AsSpan());

        Assert.Empty(again.Problems);
        Assert.Equal(parsed.CanonicalBytes, again.CanonicalBytes);
        Assert.Equal(parsed.ContentHash, again.ContentHash);
        Assert.Equal(parsed.Accepts, again.Accepts);
        PolicyEquality.AssertEqual(parsed.Policy!, again.Policy!);
    }

    [Fact]
    public void Parse_XtmGoldP1_CountsAroundTheClockAndKnowsTheDevelopers()
    {
        var target = Documents.Policy("xtm").FindPlan("gold")!.FindTarget(1, MilestoneKind.Resolution)!;

        var timing = Assert.IsType<Commitment.Within>(target.Commitment).Terms;
        Assert.Equal("24x7", timing.Calendar);
        Assert.Equal("developers", timing.Lines["development"]);
        Assert.Equal([Timing.WaitingOnCustomer], timing.PausedBy);
    }

    [Fact]
    public void Parse_XtmGoldP4_SaysThatTheLadderDoesNotApply() =>
        Assert.IsType<Escalation.NotApplicable>(Documents.Policy("xtm").FindPlan("gold")!.Escalations[4]);

    [Fact]
    public void Parse_CollibraResolution_HoldsItsConditions()
    {
        var target = Documents.Policy("collibra").FindPlan("premium")!.FindTarget(1, MilestoneKind.Resolution)!;

        Assert.Equal([new TargetCondition.Unusable(), new TargetCondition.Production(), new TargetCondition.ConfirmedCause("vendor")], target.Conditions);
        Assert.Equal(new StartRule.LaterOf(StartEvent.Received, StartEvent.Confirmed), target.Commitment.Timing!.Start);
        Assert.True(target.Commitment.Timing.MetByWorkaround);
    }

    [Fact]
    public void Parse_DomoReadings_AreTheFourNamedOnes() => Assert.Equal(
        ["sev2-start: gated business-hours", "follow-up: silence reply", "pauses: none waiting-pauses", "severity: claimed verified"],
        Documents.Policy("domo").Readings.Select(reading => $"{reading.Id}: {string.Join(' ', reading.Names)}"));

    [Fact]
    public void Resolve_DomoReadingsOfOneTargetTogether_AllHold()
    {
        var readings = new Dictionary<string, string> { ["sev2-start"] = "business-hours", ["follow-up"] = "reply", ["pauses"] = "waiting-pauses" }.ToImmutableSortedDictionary();

        var terms = PlanTerms.Resolve(Documents.Policy("domo"), "silver", new ServiceTerms { TimeZone = "America/Denver", Readings = readings }).OrThrow();

        var timing = terms.FindTarget(2, MilestoneKind.FollowUp)!.Commitment.Timing!;
        Assert.Equal(("business-hours", StartEvent.CustomerReplied), (timing.Calendar, timing.Start.Event));
        Assert.Equal([Timing.WaitingOnCustomer], timing.PausedBy);
    }

    [Fact]
    public void Parse_Domo_RefusesJapanWithItsPage() =>
        Assert.Equal(("JP", "https://www.domo.com/jp/company/support-package"), Documents.Policy("domo").RefusedRegions.Select(region => (region.Region, region.Url)).Single());

    [Theory]
    [InlineData("domo", "what_fails steps_to_reproduce")]
    [InlineData("collibra", "what_fails user_impact start_time steps_to_reproduce logs error_messages incident_id")]
    [InlineData("zmanda", "")]
    [InlineData("xtm", "")]
    public void Parse_ShippedDocument_AsksForAReportInFourLanguages(string id, string fields)
    {
        var required = Documents.Policy(id).ReportRequires;

        Assert.Equal(fields, string.Join(' ', required.Select(item => item.Field)));
        Assert.All(required, item => Assert.Equal(["en", "fr", "it", "zh"], item.Text.Translations.Keys));
    }

    [Fact]
    public void Parse_XtmFeatureRequests_SaysInFourLanguagesWhereTheyBelong()
    {
        var diverting = Assert.Single(Documents.Policy("xtm").Exclusions, exclusion => exclusion.DivertsTo is not null);

        Assert.Equal("feature-request", diverting.Clause);
        Assert.Equal(["en", "fr", "it", "zh"], diverting.DivertsTo!.Translations.Keys);
    }

    [Fact]
    public void Parse_ZmandaTrial_FallsToCommunity() => Assert.Equal("community", Documents.Policy("zmanda").FindPlan("trial")!.AfterTrial);

    [Theory]
    [InlineData("domo", 6)]
    [InlineData("collibra", 2)]
    [InlineData("zmanda", 4)]
    [InlineData("xtm", 3)]
    public void Parse_ShippedDocument_HasItsPlansWithTargetsAtEveryLevel(string id, int plans)
    {
        var policy = Documents.Policy(id);

        Assert.Equal(plans, policy.Plans.Length);
        Assert.All(policy.Plans, plan => Assert.All(policy.Severities.Levels, level => Assert.NotNull(plan.FindTarget(level.Level, MilestoneKind.InitialResponse))));
    }

    [Theory]
    [InlineData("high", "high", 1)]
    [InlineData("high", "low", 3)]
    [InlineData("low", "high", 3)]
    [InlineData("low", "low", 4)]
    [InlineData("medium", "low", 4)]
    public void Parse_ZmandaMatrix_IsUrgencyByImpact(string urgency, string impact, int level) =>
        Assert.Equal(level, Documents.Policy("zmanda").Severities.Matrix!.Cells[(urgency, impact)]);

    /// <summary>What the vendor's own staff does is within its control: no cause that takes downtime out says otherwise.</summary>
    [Theory]
    [InlineData("force_majeure", true)]
    [InlineData("scheduled_maintenance", true)]
    [InlineData("emergency_maintenance", true)]
    [InlineData("internet_or_provider", true)]
    [InlineData("vendor_staff_strike", false)]
    public void Excludes_CauseOfDowntimeInXtm_IsAsTheSourceSays(string cause, bool excluded) =>
        Assert.Equal(excluded, AvailabilityScope.Excludes(Documents.Policy("xtm"), cause));
}
