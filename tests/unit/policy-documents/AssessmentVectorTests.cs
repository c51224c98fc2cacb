using System.Text.Json;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Triage;

namespace SlaPlatform.PolicyDocuments.Tests;

/// <summary>What the policies make of reports, against examples written by hand from the vendors' definitions.</summary>
public sealed class AssessmentVectorTests
{
    public static TheoryData<string> Assessments => [.. All().Select(vector => vector.Name)];

    public static TheoryData<string> Ids => ["domo", "collibra", "zmanda", "xtm"];

    [Theory]
    [MemberData(nameof(Assessments))]
    public void Run_AssessmentVector_GivesWhatIsExpected(string name)
    {
        var vector = All().Single(candidate => candidate.Name == name);
        var policy = Documents.Policy(vector.Text("policy"));
        var report = IncidentReport.Create(vector.Json.GetProperty("report").EnumerateObject().Select(
            answer => KeyValuePair.Create(answer.Name, answer.Value.GetString()!))).OrThrow();

        var assessment = SeverityTriage.Assess(policy, report, Claim(vector), Assignment(vector), Ruling(vector, policy)).OrThrow();

        var actual = new Dictionary<string, string>
        {
            ["proposed_level"] = $"{assessment.Proposal.Level?.Level}",
            ["rule"] = assessment.Proposal.Basis.Id,
            ["ruling_level"] = $"{assessment.Ruling?.Level}",
            ["diverted"] = assessment.Diversion is null ? "false" : "true",
            ["missing"] = string.Join(' ', assessment.Missing.Select(item => item.Field)),
            ["exclusions"] = string.Join(' ', assessment.MayBeExcluded.Select(exclusion => exclusion.Clause)),
        };
        var expected = vector.Expected.EnumerateObject().ToDictionary(property => property.Name, property => Text(property.Value));
        Assert.Equal(expected, expected.Keys.ToDictionary(key => key, key => actual[key]));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rules_OfAPolicy_EachHaveAVector(string id)
    {
        var scheme = Documents.Policy(id).Severities;
        var shown = All().Where(vector => vector.Text("policy") == id).Select(vector => vector.Expected.GetProperty("rule").GetString()).ToHashSet();

        Assert.Empty(scheme.Rules.Select(rule => rule.Id).Except(shown));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Exclusions_OfAPolicyThatAnswersPointTo_EachHaveAVector(string id)
    {
        var shown = All().Where(vector => vector.Text("policy") == id)
            .SelectMany(vector => vector.Expected.TryGetProperty("exclusions", out var clauses) ? clauses.EnumerateArray().Select(clause => clause.GetString()) : [])
            .ToHashSet();

        Assert.Empty(Documents.Policy(id).Exclusions
            .Where(exclusion => !exclusion.PointedToBy.IsEmpty && exclusion.DivertsTo is null)
            .Select(exclusion => exclusion.Clause)
            .Except(shown));
    }

    private static IEnumerable<Vector> All() => Vector.All().Where(vector => vector.Text("kind") == "assessment");

    private static SeverityClaim? Claim(Vector vector) =>
        vector.Json.TryGetProperty("claimed_level", out var level) ? new SeverityClaim(level.GetInt32()) : null;

    private static SeverityAssignment? Assignment(Vector vector) =>
        vector.Json.TryGetProperty("verified_level", out var level) ? new SeverityAssignment(level.GetInt32(), Agreed: vector.Flag("agreed_by_contact") is true) : null;

    private static SeverityRuling? Ruling(Vector vector, Policy policy) =>
        vector.Json.TryGetProperty("readings", out var readings)
            ? readings.EnumerateObject().Select(chosen => policy.Readings.Single(reading => reading.Id == chosen.Name).Options.Single(option => option.Name == chosen.Value.GetString()).Ruling).Single()
            : null;

    private static string Text(JsonElement wanted) => wanted.ValueKind switch
    {
        JsonValueKind.Array => string.Join(' ', wanted.EnumerateArray().Select(item => item.GetString())),
        JsonValueKind.String => wanted.GetString()!,
        _ => wanted.GetRawText(),
    };
}
