using System.Text.Json;
using SlaPlatform.Engine.Triage;

namespace SlaPlatform.PolicyDocuments.Tests;

public sealed class SchemaTests
{
    private const string SchemaLine = "# yaml-language-server: $schema=";

    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policies", "policy.schema.json"))).RootElement;

    [Theory]
    [MemberData(nameof(ShippedDocumentTests.Ids), MemberType = typeof(ShippedDocumentTests))]
    public void Schema_ShippedDocument_Fits(string id)
    {
        using var canonical = JsonDocument.Parse(Documents.Parsed(id).CanonicalBytes.AsMemory());

        Assert.Empty(new SchemaCheck(Schema).Faults(canonical.RootElement));
    }

    [Theory]
    [InlineData("\"tier\"", "\"teir\"")]
    [InlineData("\"every\": \"10s\"", "\"every\": \"ten\"")]
    [InlineData("\"ruling\": \"claimed\"", "\"ruling\": \"nobody\"")]
    public void Schema_FaultyDocument_DoesNotFit(string text, string replacement)
    {
        var canonical = System.Text.Encoding.UTF8.GetString(Documents.Parsed("demo").CanonicalBytes.AsSpan());
        using var faulty = JsonDocument.Parse(canonical.Replace(text, replacement, StringComparison.Ordinal));

        Assert.NotEmpty(new SchemaCheck(Schema).Faults(faulty.RootElement));
    }

    [Fact]
    public void Schema_ReportFields_AreThoseOfTriage()
    {
        var fields = Schema.GetProperty("$defs").GetProperty("report_tests").GetProperty("properties");

        Assert.Equal(
            ReportField.All.Where(field => !field.IsText).Select(field => $"{field.Name}: {string.Join(' ', field.Values)}").Order(),
            fields.EnumerateObject().Select(field => $"{field.Name}: {string.Join(' ', field.Value.GetProperty("anyOf")[0].GetProperty("enum").EnumerateArray().Select(value => value.GetString()))}").Order());
    }

    [Theory]
    [MemberData(nameof(ShippedDocumentTests.Ids), MemberType = typeof(ShippedDocumentTests))]
    public void ShippedDocument_FirstLine_NamesTheSchema(string id) => Assert.StartsWith(SchemaLine, Documents.Text(id), StringComparison.Ordinal);
}
