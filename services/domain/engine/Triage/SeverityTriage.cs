using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Triage;

/// <summary>Assesses incident reports under a policy. It knows no vendor: rules, matrix and ruling are the policy's.</summary>
public static class SeverityTriage
{
    /// <summary>Assesses a report.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="report">The report.</param>
    /// <param name="claim">The customer's level, or null.</param>
    /// <param name="assignment">Support's level, or null.</param>
    /// <param name="ruling">Whose level rules under the subscription's readings; null for the policy's own.</param>
    /// <returns>The assessment, or a violation for each level that the policy does not have.</returns>
    public static Validated<SeverityAssessment> Assess(
        Policy policy, IncidentReport report, SeverityClaim? claim = null, SeverityAssignment? assignment = null, SeverityRuling? ruling = null)
    {
        var scheme = policy.Severities;
        var levels = new List<Validated<SeverityLevel>>();
        if (claim is not null)
        {
            levels.Add(SeverityLevels.Find(policy, claim.Level, "claimed_level"));
        }

        if (assignment is not null)
        {
            levels.Add(SeverityLevels.Find(policy, assignment.Level, "assigned_level"));
        }

        return Validated.All(levels).Map(_ => AssessSound(policy, report, claim, assignment, ruling ?? scheme.Ruling));
    }

    private static SeverityAssessment AssessSound(
        Policy policy, IncidentReport report, SeverityClaim? claim, SeverityAssignment? assignment, SeverityRuling ruling)
    {
        var scheme = policy.Severities;
        var proposal = SeverityProposal.From(scheme, report);
        var (level, ground) = SeverityRulingRule.Decide(scheme, ruling, claim, assignment, proposal.Level?.Level);
        var claimed = claim is null ? null : scheme.Find(claim.Level);
        var assigned = assignment is null ? null : scheme.Find(assignment.Level);
        return new SeverityAssessment
        {
            Proposal = proposal,
            Claimed = claimed,
            OverrideReason = claim?.OverrideReason,
            Assigned = assigned,
            AssignmentReason = assignment?.Reason,
            Ruling = level is { } number ? scheme.Find(number) : null,
            Ground = ground,
            Diversion = DiversionOf(policy, report),
            WouldChange = DecisiveFacts.Of(policy, report),
            Missing = [.. policy.ReportRequires.Where(required => IsMissing(report, required))],
            MayBeExcluded = [.. policy.Exclusions.Where(exclusion => PointsTo(report, exclusion))],
            Warnings = [.. Warnings(scheme, report, proposal, claim, assignment, ground), .. LanguageWarnings(policy, report)],
        };
    }

    /// <summary>The first clause that diverts a report, or null.</summary>
    internal static Exclusion? DiversionOf(Policy policy, IncidentReport report) =>
        policy.Exclusions.FirstOrDefault(exclusion => exclusion.DivertsTo is not null && PointsTo(report, exclusion));

    private static bool PointsTo(IncidentReport report, Exclusion exclusion) => !exclusion.PointedToBy.IsEmpty && report.Passes(exclusion.PointedToBy);

    private static IEnumerable<AssessmentWarning> LanguageWarnings(Policy policy, IncidentReport report)
    {
        if (SupportLanguages.Of(policy) is { IsEmpty: false } given
            && report[ReportField.Language] is { } written
            && !given.Contains(written.Split('-')[0], StringComparer.OrdinalIgnoreCase))
        {
            yield return new AssessmentWarning.NotInSupportLanguage(written, given);
        }
    }

    // What the vendor assigns is returned to the reporter, never asked for.
    private static bool IsMissing(IncidentReport report, ReportRequirement required) =>
        !required.AssignedByVendor && ReportField.Find(required.Field) is not null && !report.Answers.ContainsKey(required.Field);

    private static IEnumerable<AssessmentWarning> Warnings(
        SeverityScheme scheme, IncidentReport report, SeverityProposal proposal, SeverityClaim? claim, SeverityAssignment? assignment, RulingGround ground)
    {
        if (proposal is { Basis: ProposalBasis.ByMatrix, Level: { } byMatrix }
            && SeverityProposal.ByRules(scheme, report) is { Basis: ProposalBasis.ByRule(var rule), Level: { } described }
            && described != byMatrix)
        {
            yield return new AssessmentWarning.DescriptionFitsAnotherLevel(rule, described, byMatrix);
        }

        var claimed = claim is null ? null : scheme.Find(claim.Level);
        if (claimed is not null && proposal.Level is { } proposed && claimed != proposed)
        {
            yield return new AssessmentWarning.ClaimDeparts(claimed, proposed, claim!.OverrideReason);
        }

        if (claimed is not null && assignment is not null && scheme.Find(assignment.Level) is { } assigned && assigned != claimed)
        {
            yield return new AssessmentWarning.AssignmentDeparts(claimed, assigned, ground == RulingGround.ClaimedUntilAgreed);
        }
    }
}
