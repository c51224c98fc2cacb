using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Triage.V1;

namespace SlaPlatform.Cli.Values;

/// <summary>Incident reports written as <c>field=value</c>, with the contract's own field names and the words that policies use.</summary>
internal static class ReportText
{
    private const string UnspecifiedSuffix = "UNSPECIFIED";

    /// <summary>Null when nothing is said.</summary>
    public static IncidentReport? Build(string field, IEnumerable<string>? texts, DateTimeZone? zone, Instant now)
    {
        IncidentReport? report = null;
        foreach (var (key, value) in Pairs.ParseAll(field, texts))
        {
            report ??= new IncidentReport();
            var target = IncidentReport.Descriptor.FindFieldByName(key.Replace('-', '_'))
                ?? throw new UsageException(field, $"a report has no field '{key}'.", $"Use one of {string.Join(", ", IncidentReport.Descriptor.Fields.InDeclarationOrder().Select(known => known.Name))}.");
            target.Accessor.SetValue(report, target.FieldType switch
            {
                FieldType.Enum => EnumValue(field, target, value),
                FieldType.Message when target.MessageType == Timestamp.Descriptor => InstantText.Parse(key, value, zone, now).ToTimestamp(),
                _ => value,
            });
        }

        return report;
    }

    /// <summary>A value of a field as it is written here: <c>production</c> for <c>REPORT_ENVIRONMENT_PRODUCTION</c>.</summary>
    public static string Word(string field, string value)
    {
        var first = IncidentReport.Descriptor.FindFieldByName(field) is { FieldType: FieldType.Enum } known ? known.EnumType.Values[0].Name : UnspecifiedSuffix;
        var prefix = first[..^UnspecifiedSuffix.Length];
        return prefix.Length > 0 && value.StartsWith(prefix, StringComparison.Ordinal) ? value[prefix.Length..].ToLowerInvariant() : value;
    }

    private static object EnumValue(string field, FieldDescriptor target, string value)
    {
        var values = target.EnumType.Values;
        var prefix = values[0].Name[..^UnspecifiedSuffix.Length];
        var wanted = prefix + value.Replace('-', '_').ToUpperInvariant();
        var found = values.Skip(1).FirstOrDefault(known => known.Name == wanted)
            ?? throw new UsageException(field, $"'{value}' is not a value of {target.Name}.", $"Use one of {string.Join(", ", values.Skip(1).Select(known => known.Name[prefix.Length..].ToLowerInvariant()))}.");
        return System.Enum.ToObject(target.EnumType.ClrType, found.Number);
    }
}
