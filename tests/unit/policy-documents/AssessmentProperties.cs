using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Triage;

namespace SlaPlatform.PolicyDocuments.Tests;

/// <summary>Laws of assessments under the documents that the product ships, over reports of all sorts.</summary>
public sealed class AssessmentProperties
{
    private const int Reports = 300;

    public static TheoryData<string> Ids => [.. Documents.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void EachAlternativeChangesTheAnswerAndNoneThatDoesIsMissing(string id)
    {
        var policy = Documents.Policy(id);
        var dice = new Random(20260601);
        for (var i = 0; i < Reports; i++)
        {
            var report = Draw(dice);
            var changing =
                from field in ReportField.All
                from value in field.Values
                where value != report[field] && Outcome(policy, report.With(field, value)) != Outcome(policy, report)
                let other = Outcome(policy, report.With(field, value))
                select new DecisiveFact(field.Name, value, other.Level, other.IsDiverted);

            Assert.Equal(changing, Assess(policy, report).WouldChange);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void TheFactsUsedAloneLeadToTheSameRule(string id)
    {
        var policy = Documents.Policy(id);
        var dice = new Random(20260602);
        for (var i = 0; i < Reports; i++)
        {
            var proposal = Assess(policy, Draw(dice)).Proposal;
            var alone = IncidentReport.Create(proposal.FactsUsed.Select(fact => KeyValuePair.Create(fact.Field, fact.Value))).OrThrow();

            Assert.Equal((proposal.Level, proposal.Basis), (Assess(policy, alone).Proposal.Level, Assess(policy, alone).Proposal.Basis));
        }
    }

    private static (int? Level, bool IsDiverted) Outcome(Policy policy, IncidentReport report)
    {
        var assessment = Assess(policy, report);
        return (assessment.Proposal.Level?.Level, assessment.Diversion is not null);
    }

    private static SeverityAssessment Assess(Policy policy, IncidentReport report) => SeverityTriage.Assess(policy, report).OrThrow();

    private static IncidentReport Draw(Random dice) => IncidentReport.Create(
        from field in ReportField.All
        where !field.IsText && dice.Next(2) == 0
        select KeyValuePair.Create(field.Name, field.Values[dice.Next(field.Values.Length)])).OrThrow();
}
