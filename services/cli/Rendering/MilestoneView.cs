using Google.Protobuf.WellKnownTypes;
using NodaTime;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Time;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SlaPlatform.Cli.Rendering;

/// <summary>Milestones as a table.</summary>
internal static class MilestoneView
{
    public static IRenderable Of(IEnumerable<Milestone> milestones, DateTimeZone zone, string? title = null)
    {
        var table = Tables.Create(title, "milestone", "level", "state", "target", "due", "met", "consumed", "remaining").Right(1, 6, 7);
        foreach (var milestone in milestones)
        {
            table.AddRow(
                Cell.Of(Name(milestone)),
                Cell.Of(milestone.Level == 0 ? "" : $"{milestone.Level}"),
                StateColours.Show(milestone.State, milestone.StateReason),
                Cell.Of(Target(milestone)),
                Cell.Of(Time(milestone.DueTime ?? milestone.BreachTime, zone)),
                Cell.Of(Time(milestone.MetTime, zone)),
                Cell.Of(Length(milestone.ConsumedDuration) + (milestone.ConsumedPercent.Length == 0 ? "" : $" ({milestone.ConsumedPercent} %)")),
                Cell.Of(Length(milestone.RemainingDuration)));
        }

        return table;
    }

    public static string Time(Timestamp? time, DateTimeZone zone) => time is null ? "" : InstantText.Show(time.ToInstant(), zone);

    public static string Length(Google.Protobuf.WellKnownTypes.Duration? duration) => duration is null ? "" : DurationText.Show(duration.ToNodaDuration());

    public static string Name(Milestone milestone) =>
        EnumWords.Show(milestone.Kind) + (milestone.Occurrence > 1 ? $" {milestone.Occurrence}" : "");

    private static string Target(Milestone milestone) => milestone.Target switch
    {
        null => "",
        { Summary.Length: > 0 } target => target.Summary,
        { Timed: { } timed } => AmountText.Show(timed.Amount) + (timed.Calendar.Length == 0 ? "" : $" ({timed.Calendar})"),
        var target => EnumWords.Show(target.Kind),
    };
}
