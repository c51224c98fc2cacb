using SlaPlatform.Contracts.Triage.V1;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Triage;
using SlaPlatform.Rpc.Mapping;
using WireWarning = SlaPlatform.Contracts.Triage.V1.AssessmentWarning;

namespace SlaPlatform.Triage.Assessments;

/// <summary>Assessments as the contract shows them.</summary>
internal static class AssessmentMapping
{
    public static AssessSeverityResponse ToWire(this SeverityAssessment assessment, PolicyRevision revision, string language)
    {
        var proposed = assessment.Proposal.Level;
        var answer = new AssessSeverityResponse
        {
            ProposedSeverity = proposed?.ToProto(language),
            RulingSource = SourceOf(assessment.Ground),
            Rule = assessment.Proposal.Basis.Id,
            Explanation = AssessmentTexts.Explain(assessment, language),
            FactsUsed = { assessment.Proposal.FactsUsed.Select(fact => fact.Field) },
            Alternatives = { assessment.WouldChange.Select(ToWire) },
            MissingInformation = { assessment.Missing.Select(missing => new MissingInformation { Field = missing.Field, Prompt = missing.Text.In(language), Source = missing.Source }) },
            Exclusions = { assessment.MayBeExcluded.Select(exclusion => ToWire(exclusion, language)) },
            Warnings = { assessment.Warnings.Select(warning => new WireWarning { Code = AssessmentTexts.CodeOf(warning), Message = AssessmentTexts.Say(warning, language) }) },
            Overridden = proposed is not null && (Departs(assessment.Claimed, proposed) || Departs(assessment.Assigned, proposed)),
            PolicyRevision = $"policies/{revision.Policy.Id}@{revision.Id}",
            Diverted = assessment.Diversion is not null,
            Diversion = assessment.Diversion is { DivertsTo: { } to } by
                ? new Diversion { Clause = by.Clause, Reason = by.Text.In(language), SendTo = to.In(language), Source = by.Source }
                : null,
        };
        if (proposed is not null)
        {
            answer.ProposedLevel = proposed.Level;
        }

        if (assessment.Ruling is { } ruling)
        {
            answer.RulingLevel = ruling.Level;
        }

        return answer;
    }

    private static bool Departs(SeverityLevel? given, SeverityLevel proposed) => given is not null && given != proposed;

    private static AlternativeOutcome ToWire(DecisiveFact fact) =>
        new() { Field = fact.Field, Value = ReportMapping.ToWireValue(fact.Field, fact.Value), Level = fact.Level ?? 0, Diverted = fact.IsDiverted };

    private static PossibleExclusion ToWire(Exclusion exclusion, string language) => new()
    {
        Clause = exclusion.Clause,
        Description = exclusion.Text.In(language),
        FactsUsed = { exclusion.PointedToBy.Select(test => test.Field) },
        Milestones = { Enum.GetValues<MilestoneKind>().Where(exclusion.Covers).Select(kind => kind.ToProto()) },
    };

    private static LevelSource SourceOf(RulingGround ground) => ground switch
    {
        RulingGround.Claimed or RulingGround.ClaimedUntilVerified or RulingGround.ClaimedUntilAgreed => LevelSource.Claimed,
        RulingGround.Verified or RulingGround.VerifiedByAgreement => LevelSource.Verified,
        RulingGround.Proposed => LevelSource.Proposed,
        _ => LevelSource.Unspecified,
    };
}
