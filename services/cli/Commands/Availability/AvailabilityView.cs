using NodaTime;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Availability.V1;
using SlaPlatform.Contracts.Time;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SlaPlatform.Cli.Commands.Availability;

/// <summary>Availability for people.</summary>
internal static class AvailabilityView
{
    public static IRenderable Of(AvailabilityStatement statement, DateTimeZone zone, Instant now)
    {
        var table = Tables.Create("counted", "as", "from", "until", "length").Right(3);
        foreach (var counted in statement.CountedIntervals)
        {
            table.Row(EnumWords.Show(counted.CountedAs), Time(counted.StartTime, zone), Time(counted.EndTime, zone), DurationText.Show(counted.EndTime.ToInstant() - counted.StartTime.ToInstant()));
        }

        return new Rows(
            Tables.Facts(
                ("plan", ShortNames.OfPlan(statement.Plan)),
                ("availability", statement.AvailabilityPercent.Length == 0 ? "nothing to measure" : $"{statement.AvailabilityPercent} %"),
                ("guarantee", $"{statement.GuaranteePercent} %, {Verdict(statement, now)}"),
                ("service", DurationText.Show(statement.ServiceDuration.ToNodaDuration())),
                ("maintenance", DurationText.Show(statement.MaintenanceDuration.ToNodaDuration())),
                ("downtime", DurationText.Show(statement.DowntimeDuration.ToNodaDuration())),
                ("credit", statement.Credit is { } credit ? Text(credit) : ""),
                ("source", statement.Source)),
            table);
    }

    // The figure is of the whole month: what is still to come counts as up until it has come.
    private static string Verdict(AvailabilityStatement statement, Instant now) =>
        now < statement.StartTime.ToInstant() ? "open: the month has not begun"
        : now < statement.EndTime.ToInstant() ? (statement.Breached ? "missed if nothing is taken out; the month is not over" : "kept so far; the month is not over")
        : statement.AvailabilityPercent.Length == 0 ? "nothing to measure"
        : statement.Breached ? "missed" : "kept";

    public static Grid Of(Credit credit) => Tables.Facts(("credit", Text(credit)), ("name", credit.Name));

    public static Grid Of(Instance instance) => Tables.Facts(("instance", instance.Label), ("run by", EnumWords.Show(instance.Operator)));

    public static Table Of(IEnumerable<MaintenanceWindow> windows, DateTimeZone zone)
    {
        var table = Tables.Create(null, "window", "instance", "kind", "from", "until", "told", "planned hours", "taken back", "etag").Whole(0);
        foreach (var window in windows)
        {
            table.Row(
                Short(window.Name), window.Instance, EnumWords.Show(window.Kind), Time(window.StartTime, zone), Time(window.EndTime, zone), Time(window.NoticeTime, zone),
                window.WithinPlannedHours ? "yes" : "no", Time(window.CancelTime, zone), window.Etag);
        }

        return table;
    }

    public static Table Of(IEnumerable<Downtime> downtimes, DateTimeZone zone)
    {
        var table = Tables.Create(null, "downtime", "instance", "from", "until", "ticket", "does not count", "evidence", "etag").Whole(0);
        foreach (var downtime in downtimes)
        {
            table.Row(
                Short(downtime.Name), downtime.Instance, Time(downtime.StartTime, zone), downtime.EndTime is null ? "lasts" : Time(downtime.EndTime, zone),
                ShortNames.Last(downtime.Ticket), EnumWords.Show(downtime.Exclusion), downtime.Evidence, downtime.Etag);
        }

        return table;
    }

    private static string Text(Credit credit) =>
        $"{credit.Percent} %{(credit.Amount is { } amount ? $", {MoneyText.Show(amount)}, claimed" : ", not claimed")}{(credit.ClaimUntilDate is { } until ? $"; until {DateText.Show(until)}" : "")}";

    private static string Short(string name) => $"{name.Split('/')[1]}/{ShortNames.Last(name)}";

    private static string Time(Google.Protobuf.WellKnownTypes.Timestamp? time, DateTimeZone zone) => time is null ? "" : InstantText.Show(time.ToInstant(), zone);
}
