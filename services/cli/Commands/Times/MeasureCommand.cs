using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Time;
using Spectre.Console;

namespace SlaPlatform.Cli.Commands.Times;

/// <summary><c>sla measure</c>: how much business time lies between two instants.</summary>
internal static class MeasureCommand
{
    public static Command Create(CliHost host)
    {
        var calendar = new CalendarChoice();
        var start = new Option<string?>("--start") { Description = "From when, inclusive.", HelpName = "time", Required = true };
        var end = new Option<string?>("--end") { Description = "Until when, exclusive. Default: now.", HelpName = "time" };
        var explain = new Option<bool>("--explain") { Description = "List the open stretches." };
        var command = new Command("measure", "Measure the business time between two instants.") { start, end, explain };
        calendar.AddTo(command);
        return command.Runs(host, async context =>
        {
            var (name, inline) = calendar.Read(context);
            var request = new MeasureBusinessTimeRequest
            {
                StartTime = (context.Time(start) ?? context.Now).ToTimestamp(),
                EndTime = (context.Time(end) ?? context.Now).ToTimestamp(),
                TimeZone = context.Zone?.Id ?? "",
            };
            if (inline is null)
            {
                request.Calendar = name;
            }
            else
            {
                request.InlineCalendar = inline;
            }

            var answer = await context.Platform.Catalog.MeasureBusinessTimeAsync(request, context.Call());
            context.Show(answer, () => View(answer, context.Zone ?? DateTimeZone.Utc, context.Value(explain)));
        });
    }

    private static Rows View(MeasureBusinessTimeResponse answer, DateTimeZone zone, bool explain)
    {
        var total = Cell.Of(MilestoneView.Length(answer.OpenDuration));
        var title = answer.SegmentsTruncated ? "the first stretches" : null;
        return explain ? new Rows(DerivationView.Segments(answer.Segments, zone, title), total) : new Rows(total);
    }
}
