using Google.Type;
using NodaTime.Text;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Values;

/// <summary>Civil dates as people write and read them: <c>2026-03-06</c>.</summary>
internal static class DateText
{
    public static Date Parse(string field, string text) => LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date }
        ? date.ToDate()
        : throw new UsageException(field, $"'{text}' is not a date.", "Write it as 2026-03-06.");

    public static string Show(Date? date) => date is not null && date.TryToLocalDate(out var value) ? LocalDatePattern.Iso.Format(value) : "";
}
