using System.Text.Json;
using SlaPlatform.Engine.Policies;
using SlaPlatform.PolicyDocuments.Parsing;

namespace SlaPlatform.PolicyDocuments.Writing;

internal sealed class CanonicalSeverities(Utf8JsonWriter json)
{
    public void Write(SeverityScheme scheme) => json.Object("severities", () =>
    {
        json.WriteString("ruling", PolicyVocabulary.Rulings.WordFor(scheme.Ruling));
        json.WriteBoolean("change_needs_agreement", scheme.ChangeNeedsAgreement);
        json.List("levels", scheme.Levels, level => json.Object(null, () =>
        {
            json.WriteNumber("level", level.Level);
            Label(level);
            json.Text("name", level.Name);
            json.Text("definition", level.Definition);
            json.Source(level.Source);
        }));
        json.List("rules", scheme.Rules, rule => json.Object(null, () => Rule(rule)));
        if (scheme.Matrix is { } matrix)
        {
            json.Object("matrix", () => Matrix(matrix));
        }

        if (scheme.DefaultLevel is { } level)
        {
            json.WriteNumber("default_level", level);
        }
    });

    // Most labels are the same everywhere and stay one text, as they were before labels had languages.
    private void Label(SeverityLevel level)
    {
        if (level.Labels.Translations.Count == 1)
        {
            json.WriteString("label", level.Label);
        }
        else
        {
            json.Text("label", level.Labels);
        }
    }

    private void Rule(SeverityRule rule)
    {
        json.WriteString("id", rule.Id);
        json.WriteNumber("level", rule.Level);
        json.ReportTests("when", rule.AllOf);
        json.Text("text", rule.Text);
        json.Source(rule.Source);
    }

    private void Matrix(SeverityMatrix matrix)
    {
        json.Object("cells", () =>
        {
            foreach (var row in matrix.Cells.GroupBy(cell => cell.Key.Urgency))
            {
                json.Object(row.Key, () =>
                {
                    foreach (var cell in row)
                    {
                        json.WriteNumber(cell.Key.Impact, cell.Value);
                    }
                });
            }
        });
        json.Source(matrix.Source);
    }
}
