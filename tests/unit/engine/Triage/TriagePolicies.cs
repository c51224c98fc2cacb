using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Triage;

namespace SlaPlatform.Engine.Tests.Triage;

/// <summary>Policies with nothing but a severity scheme.</summary>
internal static class TriagePolicies
{
    public static SeverityScheme Scheme { get; } = new()
    {
        Ruling = SeverityRuling.Claimed,
        Levels = [Level(1), Level(2), Level(3)],
        Rules =
        [
            Rule("outage", 1, Test(ReportField.Availability, "down", "not_serving_content"), Test(ReportField.Workaround, "none")),
            Rule("major", 2, Test(ReportField.Function, "major")),
            Rule("question", 3, Test(ReportField.Request, "question")),
        ],
    };

    public static SeverityScheme WithMatrix { get; } = Scheme with
    {
        Matrix = new SeverityMatrix(
            ImmutableSortedDictionary<(string Urgency, string Impact), int>.Empty
                .Add(("high", "high"), 1).Add(("high", "low"), 2).Add(("low", "high"), 2).Add(("low", "low"), 3),
            "§2"),
    };

    public static Policy Of(SeverityScheme scheme, params ImmutableArray<ReportRequirement> requires) => new()
    {
        Id = "acme",
        Title = LocalizedText.Of("Acme support"),
        Version = "1",
        EffectiveFrom = new LocalDate(2026, 1, 1),
        Source = "Acme",
        Severities = scheme,
        Calendars = ImmutableSortedDictionary<string, PolicyCalendar>.Empty,
        Features = [],
        Plans = [],
        ReportRequires = requires,
    };

    public static IncidentReport Report(params (ReportField Field, string Value)[] answers) =>
        IncidentReport.Create(answers.Select(answer => KeyValuePair.Create(answer.Field.Name, answer.Value))).OrThrow();

    private static SeverityLevel Level(int level) =>
        new(level, $"P{level}", LocalizedText.Of($"Level {level}"), LocalizedText.Of($"Definition {level}"), "§1");

    private static SeverityRule Rule(string id, int level, params ImmutableArray<ReportTest> tests) => new(id, level, tests, LocalizedText.Of(id), "§1");

    private static ReportTest Test(ReportField field, params ImmutableArray<string> values) => new(field.Name, values);
}
