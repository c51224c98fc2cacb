using System.Globalization;
using System.Text.RegularExpressions;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Cli.Values;

/// <summary>Amounts of time as policies state them: <c>2h</c>, <c>3 business_days</c>, <c>7 calendar_days</c>, <c>1 month</c>.</summary>
internal static partial class AmountText
{
    private const string Forms = "Write it as 30m, 2h, 3 business_days (3bd), 7 calendar_days (7cd) or 1 month (1mo).";

    public static Amount Parse(string field, string text)
    {
        if (DurationText.TryParse(text, out var duration))
        {
            return new Amount { OpenDuration = duration.ToProtobufDuration() };
        }

        var match = Counted().Match(text);
        if (!match.Success || !int.TryParse(match.Groups["n"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            throw new UsageException(field, $"'{text}' is not an amount of time.", Forms);
        }

        return match.Groups["unit"].Value.ToUpperInvariant().TrimEnd('S').Replace('-', '_').Replace(' ', '_') switch
        {
            "BD" or "BUSINESS_DAY" => new Amount { BusinessDays = count },
            "CD" or "CALENDAR_DAY" => new Amount { CalendarDays = count },
            "MO" or "MONTH" or "CALENDAR_MONTH" => new Amount { CalendarMonths = count },
            "D" or "DAY" => throw new UsageException(field, $"'{text}' leaves open which days are meant.", "Write business_days or calendar_days."),
            _ => throw new UsageException(field, $"'{text}' is not an amount of time.", Forms),
        };
    }

    public static string Show(Amount? amount) => amount?.LengthCase switch
    {
        Amount.LengthOneofCase.OpenDuration => DurationText.Show(amount.OpenDuration.ToNodaDuration()),
        Amount.LengthOneofCase.BusinessDays => Count(amount.BusinessDays, "business day"),
        Amount.LengthOneofCase.CalendarDays => Count(amount.CalendarDays, "calendar day"),
        Amount.LengthOneofCase.CalendarMonths => Count(amount.CalendarMonths, "month"),
        _ => "",
    };

    private static string Count(int number, string unit) => string.Create(CultureInfo.InvariantCulture, $"{number} {unit}{(number == 1 ? "" : "s")}");

    [GeneratedRegex(@"^\s*(?<n>\d+)\s*(?<unit>[A-Za-z]+(?:[ _-][A-Za-z]+)?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();
}
