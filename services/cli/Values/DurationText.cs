using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using SlaPlatform.Cli.CommandLine;

namespace SlaPlatform.Cli.Values;

/// <summary>Lengths of time as people write and read them: <c>1h30m</c>, <c>1 h 30 m</c>.</summary>
internal static partial class DurationText
{
    private const int MostHours = 7300 * 24;

    public static Duration Parse(string field, string text) => TryParse(text, out var duration)
        ? duration
        : throw new UsageException(field, $"'{text}' is not a duration.", "Write it as 30s, 15m, 2h or 1h30m.");

    public static bool TryParse(string text, out Duration duration)
    {
        duration = Duration.Zero;
        var match = Form().Match(text);
        if (!match.Success || match.Groups.Values.Skip(1).All(group => !group.Success))
        {
            return false;
        }

        var hours = Number(match.Groups["h"]);
        var minutes = Number(match.Groups["m"]);
        var seconds = Number(match.Groups["s"]);
        if (hours > MostHours || minutes > MostHours * 60L || seconds > MostHours * 3600L)
        {
            return false;
        }

        duration = Duration.FromHours(hours) + Duration.FromMinutes(minutes) + Duration.FromSeconds(seconds);
        return true;
    }

    /// <summary>Hours, minutes and seconds without the zero ones; no days, which a business calendar counts differently.</summary>
    public static string Show(Duration duration)
    {
        if (duration < Duration.Zero)
        {
            return "-" + Show(-duration);
        }

        var milliseconds = duration.BclCompatibleTicks / TimeSpan.TicksPerMillisecond;
        var (hours, minutes, seconds, rest) = (milliseconds / 3_600_000, milliseconds / 60_000 % 60, milliseconds / 1000 % 60, milliseconds % 1000);
        var parts = new List<string>();
        Add(hours, "h");
        Add(minutes, "m");
        if (rest > 0)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{seconds}.{rest:000} s"));
        }
        else
        {
            Add(seconds, "s");
        }

        return parts.Count == 0 ? "0 m" : string.Join(' ', parts);

        void Add(long value, string unit)
        {
            if (value > 0)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{value} {unit}"));
            }
        }
    }

    private static long Number(Group group) =>
        !group.Success ? 0 : long.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : long.MaxValue;

    [GeneratedRegex(@"^\s*(?:(?<h>\d+)\s*(?:h|hours?))?\s*(?:(?<m>\d+)\s*(?:m|min|minutes?))?\s*(?:(?<s>\d+)\s*(?:s|sec|seconds?))?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
