using Google.Protobuf.WellKnownTypes;
using NodaTime;
using SlaPlatform.Cli.Commands.Availability;
using SlaPlatform.Contracts.Availability.V1;
using Spectre.Console;

namespace SlaPlatform.Cli.Tests.Rendering;

public sealed class AvailabilityViewTests
{
    [Theory]
    [InlineData("2026-04-20", false, "open: the month has not begun")]
    [InlineData("2026-05-20", false, "kept so far")]
    [InlineData("2026-05-20", true, "the month is not over")]
    [InlineData("2026-06-20", false, "99.5 %, kept")]
    [InlineData("2026-06-20", true, "99.5 %, missed")]
    public void Of_AStatement_SaysAVerdictOnceTheMonthIsOver(string now, bool breached, string expected)
    {
        var statement = new AvailabilityStatement
        {
            StartTime = Timestamp.FromDateTime(new DateTime(2026, 5, 1, 0, 0, 0, DateTimeKind.Utc)),
            EndTime = Timestamp.FromDateTime(new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc)),
            ServiceDuration = new(),
            MaintenanceDuration = new(),
            DowntimeDuration = new(),
            AvailabilityPercent = "99.0000",
            GuaranteePercent = "99.5",
            Breached = breached,
            Plan = "policies/xtm/plans/gold",
        };
        var at = NodaTime.Text.LocalDatePattern.Iso.Parse(now).Value.AtMidnight().InUtc().ToInstant();
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(text), Ansi = AnsiSupport.No });
        console.Profile.Width = 200;

        console.Write(AvailabilityView.Of(statement, DateTimeZone.Utc, at));

        Assert.Contains(expected, text.ToString(), StringComparison.Ordinal);
    }
}
