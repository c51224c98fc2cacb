using Grpc.Core;
using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Triage;

public sealed class AssessSeverityTests(TriageHost host) : IClassFixture<TriageHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("policies/domo", 1)]
    [InlineData("policies/collibra", 1)]
    [InlineData("policies/zmanda", 1)]
    [InlineData("policies/xtm", 1)]
    [InlineData("policies/xtm/plans/gold", 1)]
    public async Task AssessSeverity_EverythingIsDownForAll_ProposesTheGravestLevel(string policy, int level)
    {
        var answer = await AssessAsync(policy, new IncidentReport
        {
            Environment = ReportEnvironment.Production,
            Availability = Availability.Down,
            UsersAffected = UsersAffected.All,
            Workaround = Workaround.None,
            Function = FunctionImpact.All,
            Persistence = Persistence.Persistent,
        });

        Assert.Equal(level, answer.ProposedLevel);
        Assert.NotEmpty(answer.Rule);
        Assert.NotEmpty(answer.FactsUsed);
        Assert.Contains(answer.Rule, answer.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Rating.High, Rating.High, 1)]
    [InlineData(Rating.High, Rating.Low, 3)]
    [InlineData(Rating.Medium, Rating.Medium, 3)]
    [InlineData(Rating.Low, Rating.Low, 4)]
    public async Task AssessSeverity_ZmandaMatrix_Proposes(Rating urgency, Rating impact, int level)
    {
        var answer = await AssessAsync("policies/zmanda", new IncidentReport { Urgency = urgency, Impact = impact });

        Assert.Equal((level, "matrix"), (answer.ProposedLevel, answer.Rule));
    }

    [Fact]
    public async Task AssessSeverity_DescriptionFitsAnotherLevel_WarnsAndTheMatrixWins()
    {
        var answer = await AssessAsync(
            "policies/zmanda", new IncidentReport { Urgency = Rating.Low, Impact = Rating.Low, LastGoodBackup = LastGoodBackup.OlderThan48Hours });

        Assert.Equal(4, answer.ProposedLevel);
        Assert.Contains(answer.Warnings, warning => warning.Code == "description-fits-another-level");
    }

    [Fact]
    public async Task AssessSeverity_ClaimOverridesTheMatrix_RulesWithItsReason()
    {
        var answer = await host.Client.AssessSeverityAsync(
            new AssessSeverityRequest
            {
                Policy = "policies/zmanda",
                Report = new IncidentReport { Urgency = Rating.Low, Impact = Rating.Low },
                ClaimedLevel = 1,
                OverrideReason = "An audit is tomorrow",
            },
            cancellationToken: Cancel);

        Assert.Equal((4, 1, LevelSource.Claimed, true), (answer.ProposedLevel, answer.RulingLevel, answer.RulingSource, answer.Overridden));
    }

    [Theory]
    [InlineData("policies/xtm", false, 2, LevelSource.Verified)]
    [InlineData("policies/domo", false, 1, LevelSource.Claimed)]
    [InlineData("policies/domo", true, 2, LevelSource.Verified)]
    public async Task AssessSeverity_SupportDisagrees_ThePolicySaysWhoRules(string policy, bool agreed, int level, LevelSource source)
    {
        var answer = await host.Client.AssessSeverityAsync(
            new AssessSeverityRequest { Policy = policy, Report = new IncidentReport(), ClaimedLevel = 1, VerifiedLevel = 2, AgreedByContact = agreed },
            cancellationToken: Cancel);

        Assert.Equal((level, source), (answer.RulingLevel, answer.RulingSource));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public async Task AssessSeverity_LevelThePolicyLacks_IsRefusedWithThoseItHas(int level)
    {
        var refused = await RefusedCall.OfAsync(host.Client.AssessSeverityAsync(
            new AssessSeverityRequest { Policy = "policies/zmanda", Report = new IncidentReport(), ClaimedLevel = level }, cancellationToken: Cancel));

        refused.AssertField(ErrorReason.UnknownLevel, "claimed_level", $"{level} is not a level of zmanda; use 1 to 4 (P1..P4).");
    }

    [Fact]
    public async Task AssessSeverity_SeveralFaults_NamesAllAtOnce()
    {
        var refused = await RefusedCall.OfAsync(host.Client.AssessSeverityAsync(
            new AssessSeverityRequest
            {
                Policy = "plans/silver",
                Report = new IncidentReport { Logs = new string('x', 10_000_000), Urgency = (Rating)77 },
                OverrideReason = new string('x', 5000),
            },
            cancellationToken: Cancel));

        Assert.Equal(
            ["override_reason", "policy", "report.logs", "report.urgency"],
            refused.Violations.Select(violation => violation.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AssessSeverity_CollibraReportLacksLogs_AsksForThem()
    {
        var answer = await AssessAsync("policies/collibra", new IncidentReport { WhatFails = "search", StepsToReproduce = "search for x" });

        Assert.Contains(answer.MissingInformation, missing => missing.Field == "logs" && missing.Prompt.Length > 0);
        Assert.DoesNotContain(answer.MissingInformation, missing => missing.Field is "what_fails" or "incident_id");
    }

    [Fact]
    public async Task AssessSeverity_AnswerPointsToAClause_NamesItForAPersonToDecide()
    {
        var answer = await AssessAsync("policies/xtm", new IncidentReport { Cause = Cause.ThirdParty });

        var exclusion = Assert.Single(answer.Exclusions);
        Assert.Equal(("third-party-products", "cause"), (exclusion.Clause, Assert.Single(exclusion.FactsUsed)));
        Assert.Equal(4, exclusion.Milestones.Count);
    }

    [Theory]
    [InlineData("en", "The steps that reproduce it.")]
    [InlineData("fr", "Les étapes qui le reproduisent.")]
    [InlineData("it", "I passi che lo riproducono.")]
    [InlineData("zh-Hans", "重现的步骤。")]
    public async Task AssessSeverity_ReportOfALanguage_AsksForWhatIsMissingInIt(string language, string prompt)
    {
        var answer = await AssessAsync("policies/collibra", new IncidentReport { Language = language, WhatFails = "x", Logs = "x" });

        Assert.Equal(["user_impact", "start_time", "steps_to_reproduce", "error_messages"], answer.MissingInformation.Select(missing => missing.Field));
        Assert.Equal(prompt, answer.MissingInformation[2].Prompt);
    }

    [Theory]
    [InlineData("en", "Ask the customer success consultant for a statement of work.")]
    [InlineData("zh-Hans", "请联系客户成功顾问，拟定工作说明书。")]
    public async Task AssessSeverity_XtmFeatureRequest_IsDivertedWithWhereItBelongs(string language, string sendTo)
    {
        var answer = await AssessAsync("policies/xtm/plans/gold", new IncidentReport { Request = RequestKind.FeatureRequest, Language = language });

        Assert.True(answer.Diverted);
        Assert.Equal(("feature-request", sendTo, "XTM SLA 1.1 §1.1"), (answer.Diversion.Clause, answer.Diversion.SendTo, answer.Diversion.Source));
        Assert.Contains(answer.Alternatives, other => other is { Field: "request", Value: "REQUEST_KIND_INCIDENT", Diverted: false });
    }

    [Theory]
    [InlineData(RequestKind.FeatureActivation, 2)]
    [InlineData(RequestKind.DataImport, 2)]
    [InlineData(RequestKind.FeatureRequest, 3)]
    public async Task AssessSeverity_DomoRequests_AreNotDiverted(RequestKind request, int level)
    {
        var answer = await AssessAsync("policies/domo", new IncidentReport { Request = request });

        Assert.Equal((level, false, null), (answer.ProposedLevel, answer.Diverted, answer.Diversion));
    }

    [Fact]
    public async Task AssessSeverity_XtmReportInFrench_WarnsThatSupportIsInEnglish()
    {
        var answer = await AssessAsync("policies/xtm", new IncidentReport { Language = "fr" });

        Assert.Contains(answer.Warnings, warning => warning is { Code: "report-not-in-support-language", Message: "Le rapport est en fr ; l'assistance est donnée en en." });
    }

    [Fact]
    public async Task AssessSeverity_UnknownPolicy_IsNotFound()
    {
        var refused = await RefusedCall.OfAsync(host.Client.AssessSeverityAsync(
            new AssessSeverityRequest { Policy = "policies/nobody", Report = new IncidentReport() }, cancellationToken: Cancel));

        Assert.Equal((StatusCode.NotFound, ErrorReason.PolicyNotFound), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task AssessSeverity_UnknownReading_IsRefused()
    {
        var refused = await RefusedCall.OfAsync(host.Client.AssessSeverityAsync(
            new AssessSeverityRequest { Policy = "policies/domo", Report = new IncidentReport(), Readings = { ["mood"] = "sunny" } }, cancellationToken: Cancel));

        Assert.Equal((StatusCode.InvalidArgument, ErrorReason.UnknownReading), (refused.Code, refused.Reason));
    }

    private async Task<AssessSeverityResponse> AssessAsync(string policy, IncidentReport report) =>
        await host.Client.AssessSeverityAsync(new AssessSeverityRequest { Policy = policy, Report = report }, cancellationToken: Cancel);
}
