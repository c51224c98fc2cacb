using System.Collections.Immutable;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Triage;

/// <summary>What a reporter says about an incident. A field that is absent is not answered.</summary>
public sealed record IncidentReport
{
    private IncidentReport(ImmutableSortedDictionary<string, string> answers) => Answers = answers;

    /// <summary>A report that answers nothing.</summary>
    public static IncidentReport Empty { get; } = new(ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>The answers by field name; every field is a <see cref="ReportField"/> and every value one that it can have.</summary>
    public ImmutableSortedDictionary<string, string> Answers { get; }

    /// <summary>The answer to a field, or null.</summary>
    public string? this[ReportField field] => Answers.GetValueOrDefault(field.Name);

    /// <summary>Whether a production environment is concerned; null when the report does not say.</summary>
    public bool? Production => this[ReportField.Environment] is { } value ? value == "production" : null;

    /// <summary>Whether the service is unusable for the customer; null when the report does not say.</summary>
    public bool? Unusable => this[ReportField.Availability] is { } value ? value is "down" or "not_serving_content" : null;

    /// <summary>Checks answers and holds them. Blank answers count as absent.</summary>
    /// <param name="answers">Values by field name.</param>
    /// <param name="path">What violations put before a field's name, as in <c>report.urgency</c>.</param>
    /// <returns>The report, or a violation for each unknown field, unknown value and text that is too long.</returns>
    public static Validated<IncidentReport> Create(IEnumerable<KeyValuePair<string, string>> answers, string path = "report")
    {
        var violations = new List<Violation>();
        var accepted = Empty.Answers.ToBuilder();
        foreach (var (name, value) in answers.Where(answer => !string.IsNullOrWhiteSpace(answer.Value)))
        {
            if (Refuse(name, value) is { } reason)
            {
                violations.Add(new Violation($"{path}.{Shorten(name)}", reason));
            }
            else
            {
                accepted[name] = value;
            }
        }

        return Validated.From(violations, () => new IncidentReport(accepted.ToImmutable()));
    }

    /// <summary>Whether the answers pass every test; a field that is not answered passes none.</summary>
    public bool Passes(ImmutableArray<ReportTest> tests) =>
        tests.All(test => Answers.TryGetValue(test.Field, out var answer) && test.AnyOf.Contains(answer));

    /// <summary>The report with another answer to a field of a closed set.</summary>
    /// <exception cref="ArgumentException">The field cannot have the value.</exception>
    public IncidentReport With(ReportField field, string value) =>
        Refuse(field.Name, value) is { } reason ? throw new ArgumentException(reason, nameof(value)) : new(Answers.SetItem(field.Name, value));

    /// <inheritdoc/>
    public bool Equals(IncidentReport? other) => other is not null && Answers.SequenceEqual(other.Answers);

    /// <inheritdoc/>
    public override int GetHashCode() => Answers.Count;

    private static string? Refuse(string name, string value) => ReportField.Find(name) switch
    {
        null => "This is not a field of an incident report; leave it out.",
        { IsText: true } text when value.Length > text.LongestText =>
            $"The text has {value.Length} characters; use at most {text.LongestText}.",
        { IsText: false } choice when !choice.Values.Contains(value) =>
            $"\"{Shorten(value)}\" is not a value of {name}; use one of {string.Join(", ", choice.Values)}.",
        _ => null,
    };

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "...";
}
