using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Type;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.Entitlements.V1;

namespace SlaPlatform.EndToEnd.Polyglot;

/// <summary>Golden vectors of availability figures and sunset terms: the request, and what an answer gets wrong about it.</summary>
internal static class FigureReplay
{
    public static ComputeAvailabilityRequest Availability(JsonElement vector) => new()
    {
        Plan = $"policies/{Text(vector, "policy")}/plans/{Text(vector, "plan")}",
        ServiceDuration = Duration(vector, "service_duration"),
        MaintenanceDuration = Duration(vector, "maintenance_duration"),
        DowntimeDuration = Duration(vector, "downtime_duration"),
    };

    public static ComputeSunsetTermsRequest Sunset(JsonElement vector) => new()
    {
        Policy = $"policies/{Text(vector, "policy")}",
        NoticeDate = Day(vector, "notice_date"),
        TermStartDate = Day(vector, "term_start_date"),
        TermEndDate = Day(vector, "term_end_date"),
        PrepaidFees = new Money { CurrencyCode = Text(vector, "currency"), Units = long.Parse(Text(vector, "prepaid_fees"), CultureInfo.InvariantCulture) },
    };

    public static IEnumerable<string> Differences(JsonElement vector, ComputeAvailabilityResponse answer) => Compare(vector, new()
    {
        ["availability_percent"] = answer.AvailabilityPercent,
        ["guarantee_percent"] = answer.GuaranteePercent,
        ["breached"] = answer.Breached ? "true" : "false",
        ["credit_percent"] = answer.CreditPercent,
    });

    public static IEnumerable<string> Differences(JsonElement vector, ComputeSunsetTermsResponse answer) => Compare(vector, new()
    {
        ["sunset_end_date"] = Iso(answer.SunsetEndDate),
        ["termination_allowed"] = answer.TerminationAllowed ? "true" : "false",
        ["last_notice_date"] = Iso(answer.LastNoticeDate),
        ["last_effect_date"] = Iso(answer.LastEffectDate),
        ["refund_days"] = answer.RefundDays.ToString(CultureInfo.InvariantCulture),
        ["term_days"] = answer.TermDays.ToString(CultureInfo.InvariantCulture),
        ["refund"] = Amount(vector, answer.Refund),
    });

    private static IEnumerable<string> Compare(JsonElement vector, Dictionary<string, string> actual) =>
        from expected in vector.GetProperty("expect").EnumerateObject()
        let wanted = expected.Value.ToString().ToLowerInvariant()
        let found = actual[expected.Name]
        where found != wanted
        select $"{expected.Name} is {found}, expected {wanted}";

    private static string Amount(JsonElement vector, Money? money)
    {
        if (money is null)
        {
            return "";
        }

        // Anything finer than the minor unit, or in another currency, must show as a difference.
        var places = vector.GetProperty("minor_digits").GetInt32();
        var format = places == 0 ? "0.#########" : $"0.{new string('0', places)}{new string('#', 9 - places)}";
        var amount = (money.Units + (money.Nanos / 1_000_000_000m)).ToString(format, CultureInfo.InvariantCulture);
        return money.CurrencyCode == Text(vector, "currency") ? amount : $"{amount} {money.CurrencyCode}";
    }

    private static string Iso(Date? date) => date is null ? "" : $"{date.Year:D4}-{date.Month:D2}-{date.Day:D2}";

    private static Date Day(JsonElement vector, string key)
    {
        var parts = Text(vector, key).Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new Date { Year = parts[0], Month = parts[1], Day = parts[2] };
    }

    private static Duration Duration(JsonElement vector, string key) => JsonParser.Default.Parse<Duration>($"\"{Text(vector, key)}\"");

    private static string Text(JsonElement element, string key) => element.GetProperty(key).GetString()!;
}
