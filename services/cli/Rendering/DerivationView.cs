using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Vocabulary.V1;
using Spectre.Console;
using Spectre.Console.Rendering;
using Segment = SlaPlatform.Contracts.Vocabulary.V1.Segment;

namespace SlaPlatform.Cli.Rendering;

/// <summary>The way to a due time, stretch by stretch, so that it can be added up.</summary>
internal static partial class DerivationView
{
    public static IRenderable Of(Derivation derivation, DateTimeZone zone, string? title = null) => new Rows(
        Segments(derivation.Segments, zone, title),
        Tables.Facts(
            ("amount", AmountText.Show(derivation.Amount)),
            ("adds up to", MilestoneView.Length(derivation.ConsumedDuration)),
            ("due", MilestoneView.Time(derivation.DueTime, zone)),
            ("landing", InZone(derivation.Landing, zone)),
            ("time zones", derivation.TzdbVersion)));

    public static Table Segments(IEnumerable<Segment> segments, DateTimeZone zone, string? title = null)
    {
        var table = Tables.Create(title, "from", "to", "rule", "calendar", "line", "counted", "sum").Right(5, 6);
        var sum = NodaTime.Duration.Zero;
        foreach (var segment in segments)
        {
            var credited = Credited(segment);
            sum += credited;
            table.Row(
                MilestoneView.Time(segment.StartTime, zone),
                MilestoneView.Time(segment.EndTime, zone),
                EnumWords.Show(segment.Rule) + (segment.Detail.Length == 0 ? "" : $": {segment.Detail}"),
                segment.Calendar,
                segment.Line,
                credited == NodaTime.Duration.Zero ? "" : DurationText.Show(credited) + Days(segment, credited),
                DurationText.Show(sum));
        }

        return table;
    }

    // The sentence is the same for every reader, so its times are in UTC.
    private static string InZone(string landing, DateTimeZone zone) => UtcTimes().Replace(landing, time => InstantText.Show(InstantPattern.ExtendedIso.Parse(time.Value).Value, zone));

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z", RegexOptions.CultureInvariant)]
    private static partial Regex UtcTimes();

    private static NodaTime.Duration Credited(Segment segment) => segment.CreditedDuration is { } credited
        ? SlaPlatform.Contracts.Time.DurationConversions.ToNodaDuration(credited)
        : NodaTime.Duration.Zero;

    private static string Days(Segment segment, NodaTime.Duration credited) => segment.BusinessDayDuration is { } day && day.Seconds > 0
        ? FormattableString.Invariant($" ({credited.TotalSeconds / day.Seconds:0.###} business days)")
        : "";
}
