using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NodaTime;

namespace SlaPlatform.BusinessTime;

internal static partial class AmountText
{
    public static Validated<Amount> Parse(string text, string field)
    {
        var clock = ClockPattern().Match(text);
        if (clock.Success)
        {
            var seconds = Part(clock, "h", 3600) + Part(clock, "m", 60) + Part(clock, "s", 1);
            return seconds <= Amount.MostOpenTime.TotalSeconds
                ? Validated.Valid<Amount>(new Amount.OpenTime(Duration.FromSeconds(seconds)))
                : TooLarge(text, field, "7,300 days of open time");
        }

        var counted = CountPattern().Match(text);
        if (!counted.Success)
        {
            return Validated.Invalid<Amount>(new Violation(
                field, $"\"{Shown.Text(text)}\" is not an amount; write for example 30m, 1h30m, 3 business_days, 3 calendar_days or 1 month."));
        }

        var count = int.Parse(counted.Groups["n"].ValueSpan, CultureInfo.InvariantCulture);
        return counted.Groups["unit"].Value switch
        {
            "business_day" => Counted(Amount.MostBusinessDays, n => new Amount.BusinessDays(n)),
            "calendar_day" => Counted(Amount.MostCalendarDays, n => new Amount.CalendarDays(n)),
            _ => Counted(Amount.MostCalendarMonths, n => new Amount.CalendarMonths(n)),
        };

        Validated<Amount> Counted(int most, Func<int, Amount> make) =>
            count <= most ? Validated.Valid(make(count)) : TooLarge(text, field, most.ToString(CultureInfo.InvariantCulture));
    }

    public static string Format(Amount amount) => amount switch
    {
        Amount.OpenTime open => Clock(open.Duration),
        Amount.BusinessDays days => Counted(days.Count, "business_day"),
        Amount.CalendarDays days => Counted(days.Count, "calendar_day"),
        Amount.CalendarMonths months => Counted(months.Count, "month"),
        _ => throw new ArgumentOutOfRangeException(nameof(amount), amount.GetType().Name, "The kind of amount is unknown."),
    };

    private static string Counted(int count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");

    private static string Clock(Duration duration)
    {
        var text = new StringBuilder();
        var (minutes, seconds) = Math.DivRem((long)duration.TotalSeconds, 60);
        var (hours, rest) = Math.DivRem(minutes, 60);
        Append(hours, 'h');
        Append(rest, 'm');
        Append(seconds, 's');
        return text.Length == 0 ? "0m" : text.ToString();

        void Append(long value, char unit)
        {
            if (value > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{value}{unit}");
            }
        }
    }

    private static long Part(Match match, string unit, long seconds) => match.Groups[unit] is { Success: true } group
        ? long.Parse(group.ValueSpan, CultureInfo.InvariantCulture) * seconds
        : 0;

    private static Validated<Amount> TooLarge(string text, string field, string most) => Validated.Invalid<Amount>(
        new Violation(field, $"\"{Shown.Text(text)}\" is too large an amount; give at most {most}."));

    [GeneratedRegex(@"\A(?=[0-9])(?:(?<h>[0-9]{1,9})h)?(?:(?<m>[0-9]{1,9})m)?(?:(?<s>[0-9]{1,9})s)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex ClockPattern();

    [GeneratedRegex(@"\A(?<n>[0-9]{1,9}) (?<unit>business_day|calendar_day|month)s?\z", RegexOptions.CultureInvariant)]
    private static partial Regex CountPattern();
}
