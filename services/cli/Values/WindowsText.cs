using System.Text.RegularExpressions;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Contracts.Vocabulary.V1;
using DayOfWeek = Google.Type.DayOfWeek;

namespace SlaPlatform.Cli.Values;

/// <summary>Weekly windows on a command line: <c>mon-fri 09:00-18:00, sat 10:00-12:00</c>.</summary>
internal static partial class WindowsText
{
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static IEnumerable<WrittenWindow> Parse(string field, string text)
    {
        var parts = text.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 0 ? parts.SelectMany(part => ParsePart(field, part)) : throw Unreadable(field, text);
    }

    private static IEnumerable<WrittenWindow> ParsePart(string field, string part)
    {
        var match = Form().Match(part);
        if (!match.Success)
        {
            throw Unreadable(field, part);
        }

        var first = Day(field, match.Groups["first"].Value);
        var last = match.Groups["last"].Success ? Day(field, match.Groups["last"].Value) : first;
        var count = (((last - first) + Days.Length) % Days.Length) + 1;
        return Enumerable.Range(first, count).Select(day => day % Days.Length).Select(day => new WrittenWindow(
            new WeeklyWindow { Day = (DayOfWeek)(day + 1), Open = match.Groups["open"].Value, Close = match.Groups["close"].Value }, part, Days[day]));
    }

    private static int Day(string field, string text)
    {
        var index = Array.IndexOf(Days, text.ToLowerInvariant()[..3]);
        return index >= 0 ? index : throw new UsageException(field, $"'{text}' is not a weekday.", $"Use {string.Join(", ", Days)}.");
    }

    private static UsageException Unreadable(string field, string text) =>
        new(field, $"'{text}' is not a weekly window.", "Write them as \"mon-fri 09:00-18:00, sat 10:00-12:00\".");

    [GeneratedRegex(@"^(?<first>[A-Za-z]{3,9})(?:(?:-|\.\.)(?<last>[A-Za-z]{3,9}))?\s+(?<open>\d{1,2}:\d{2})\s*-\s*(?<close>\d{1,2}:\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
