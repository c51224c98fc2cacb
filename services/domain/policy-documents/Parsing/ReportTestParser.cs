using System.Collections.Immutable;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Triage;
using SlaPlatform.PolicyDocuments.Yaml;

namespace SlaPlatform.PolicyDocuments.Parsing;

/// <summary>Reads tests of a report, under <c>when</c>.</summary>
internal sealed class ReportTestParser(ParseLog log)
{
    /// <summary>Tests in the order of field names and values in theirs: neither order has a meaning.</summary>
    public ImmutableArray<ReportTest> Parse(DocumentNode? node, string path)
    {
        var tests = new List<ReportTest>();
        if (MapReader.Open(node, path, log) is not { } map)
        {
            return [];
        }

        foreach (var (key, value) in ((MapNode)map.Node).Entries)
        {
            var at = map.PathOf(key.Value);
            var field = ReportField(key, at);
            var values = log.Items(map.Optional(key.Value), at)
                .Select(item => FieldValue(field, item, at)).OfType<string>()
                .Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
            if (values.IsEmpty)
            {
                log.Add(value, at, "no-value", "A test needs at least one value that passes.");
            }
            else if (field is not null)
            {
                tests.Add(new ReportTest(field.Name, values));
            }
        }

        if (tests.Count == 0)
        {
            log.Add(map.Node, path, "no-value", "At least one test is needed, or every report would match; a default_level does that for severities.");
        }

        return [.. tests.OrderBy(test => test.Field, StringComparer.Ordinal)];
    }

    private ReportField? ReportField(ScalarNode key, string path)
    {
        var choices = Engine.Triage.ReportField.All.Where(field => !field.IsText).ToDictionary(field => field.Name, StringComparer.Ordinal);
        return log.Choice(key, path, choices, out var field) ? field : null;
    }

    private string? FieldValue(ReportField? field, DocumentNode node, string path) => field is null
        ? log.Text(node, path)
        : log.Choice(node, path, field.Values.ToDictionary(value => value, StringComparer.Ordinal), out var value) ? value : null;
}
