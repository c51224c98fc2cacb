using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using NodaTime.Text;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Triage;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;
using WireReport = SlaPlatform.Contracts.Triage.V1.IncidentReport;

namespace SlaPlatform.Triage.Assessments;

/// <summary>
/// Reads reports. The contract's fields, and its enum values in lowercase without their prefix, are the engine's words, so that neither side lists the other's;
/// a test compares them.
/// </summary>
internal static class ReportMapping
{
    private const string Request = "request";
    private const string Incident = "incident";

    /// <summary>Reads a report with every fault named by its field. An unspecified kind of request is an incident.</summary>
    public static IncidentReport Read(RequestChecks checks, string field, WireReport? report)
    {
        if (report is null)
        {
            checks.Add(ErrorReason.FieldRequired, field, "It is unset; say what is wrong.");
            return IncidentReport.Empty;
        }

        var read = IncidentReport.Create(AnswersOf(checks, field, report), field);
        foreach (var violation in read.Violations)
        {
            var text = ReportField.Find(violation.Field[(field.Length + 1)..]) is { IsText: true } found ? found : null;
            checks.Add(text is null ? ErrorReason.FieldOutOfRange : ErrorReason.TextTooLong, violation.Field, violation.Description, text?.LongestText);
        }

        return read.Match(sound => sound, _ => IncidentReport.Empty);
    }

    /// <summary>The wire's name of an enum value: <c>WORKAROUND_NONE</c> for <c>none</c> of <c>workaround</c>.</summary>
    public static string ToWireValue(string field, string value) =>
        WireReport.Descriptor.FindFieldByName(field) is { FieldType: FieldType.Enum } found ? Prefix(found.EnumType) + value.ToUpperInvariant() : value;

    private static IEnumerable<KeyValuePair<string, string>> AnswersOf(RequestChecks checks, string path, WireReport report)
    {
        foreach (var field in WireReport.Descriptor.Fields.InDeclarationOrder())
        {
            if (AnswerOf(checks, path, field, report) is { } answer)
            {
                yield return new(field.Name, answer);
            }
        }
    }

    private static string? AnswerOf(RequestChecks checks, string path, FieldDescriptor field, WireReport report)
    {
        var value = field.Accessor.GetValue(report);
        return field.FieldType switch
        {
            FieldType.Enum when (int)value == 0 => field.Name == Request ? Incident : null,
            FieldType.Enum => field.EnumType.FindValueByNumber((int)value) is { } known ? Word(field.EnumType, known) : $"{(int)value}",
            FieldType.String => Text(checks, FieldPath.Join(path, field.Name), (string)value),
            FieldType.Message when checks.Time(FieldPath.Join(path, field.Name), value as Timestamp) is { } time => InstantPattern.ExtendedIso.Format(time),
            _ => null,
        };
    }

    // How long each may be is for the report to say.
    private static string Text(RequestChecks checks, string path, string value) => checks.Text(path, value, int.MaxValue);

    private static string Word(EnumDescriptor type, EnumValueDescriptor value) => value.Name[Prefix(type).Length..].ToLowerInvariant();

    private static string Prefix(EnumDescriptor type) => type.Values[0].Name[..^"UNSPECIFIED".Length];
}
