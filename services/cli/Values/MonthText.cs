using Google.Type;
using NodaTime.Text;
using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Values;

/// <summary>Months as people write them: <c>2026-05</c>.</summary>
internal static class MonthText
{
    public static Date Parse(string field, string text) => YearMonthPattern.Iso.Parse(text) is { Success: true, Value: var month }
        ? new Date { Year = month.Year, Month = month.Month, Day = 1 }
        : throw new UsageException(field, $"'{text}' is not a month.", "Write it as 2026-05.");
}
