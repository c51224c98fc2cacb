using System.Text.Json;
using Google.Protobuf;
using SlaPlatform.Contracts.Triage.V1;

namespace SlaPlatform.EndToEnd.Polyglot;

/// <summary>Golden vectors of severity assessments: the request, and what an answer gets wrong about it.</summary>
internal static class AssessmentReplay
{
    public static AssessSeverityRequest Request(JsonElement vector)
    {
        var request = new AssessSeverityRequest
        {
            Policy = $"policies/{vector.GetProperty("policy").GetString()}",
            Report = Report(vector.GetProperty("report")),
            AgreedByContact = vector.TryGetProperty("agreed_by_contact", out var agreed) && agreed.GetBoolean(),
        };
        if (vector.TryGetProperty("claimed_level", out var claimed))
        {
            request.ClaimedLevel = claimed.GetInt32();
        }

        if (vector.TryGetProperty("verified_level", out var verified))
        {
            request.VerifiedLevel = verified.GetInt32();
        }

        if (vector.TryGetProperty("readings", out var readings))
        {
            request.Readings.Add(readings.EnumerateObject().ToDictionary(reading => reading.Name, reading => reading.Value.GetString()!));
        }

        return request;
    }

    public static IEnumerable<string> Differences(JsonElement vector, AssessSeverityResponse answer)
    {
        var actual = new Dictionary<string, string>
        {
            ["proposed_level"] = $"{answer.ProposedLevel}",
            ["rule"] = answer.Rule,
            ["ruling_level"] = $"{answer.RulingLevel}",
            ["diverted"] = answer.Diverted ? "true" : "false",
            ["missing"] = string.Join(' ', answer.MissingInformation.Select(item => item.Field)),
            ["exclusions"] = string.Join(' ', answer.Exclusions.Select(exclusion => exclusion.Clause)),
        };
        return from expected in vector.GetProperty("expect").EnumerateObject()
               let wanted = Text(expected.Value)
               where actual[expected.Name] != wanted
               select $"{expected.Name} is {actual[expected.Name]}, expected {wanted}";
    }

    private static string Text(JsonElement wanted) => wanted.ValueKind switch
    {
        JsonValueKind.Array => string.Join(' ', wanted.EnumerateArray().Select(item => item.GetString())),
        JsonValueKind.String => wanted.GetString()!,
        _ => wanted.GetRawText(),
    };

    // A document's word for an answer is the enum value's name in lower case, without the prefix that all its names share.
    private static IncidentReport Report(JsonElement report)
    {
        var wire = report.EnumerateObject().ToDictionary(
            answer => answer.Name,
            answer => IncidentReport.Descriptor.FindFieldByName(answer.Name).EnumType.FindValueByNumber(0).Name
                .Replace("UNSPECIFIED", answer.Value.GetString()!.ToUpperInvariant(), StringComparison.Ordinal));
        return JsonParser.Default.Parse<IncidentReport>(JsonSerializer.Serialize(wire));
    }
}
