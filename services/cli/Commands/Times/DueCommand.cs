using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Catalog.V1;
using SlaPlatform.Contracts.Time;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SlaPlatform.Cli.Commands.Times;

/// <summary><c>sla due</c>: when an amount of business time lands.</summary>
internal static class DueCommand
{
    public static Command Create(CliHost host)
    {
        var calendar = new CalendarChoice();
        var amount = new Option<string>("--amount") { Description = "How much: 30m, 2h, \"3 business_days\", 7cd, 1mo.", HelpName = "amount", Required = true };
        var start = new Option<string?>("--start") { Description = "From when, inclusive. Default: now.", HelpName = "time" };
        var explain = new Option<bool>("--explain") { Description = "Show the way there, stretch by stretch." };
        var command = new Command("due", "Compute when an amount of business time lands.") { amount, start, explain };
        calendar.AddTo(command);
        return command.Runs(host, async context =>
        {
            var (name, inline) = calendar.Read(context);
            var request = new ComputeDueTimeRequest
            {
                Amount = AmountText.Parse("--amount", context.Required(amount)),
                StartTime = (context.Time(start) ?? context.Now).ToTimestamp(),
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

            var answer = await context.Platform.Catalog.ComputeDueTimeAsync(request, context.Call());
            context.Show(answer, () => View(answer, context.Zone ?? DateTimeZone.Utc, context.Value(explain)));
        });
    }

    private static IRenderable View(ComputeDueTimeResponse answer, DateTimeZone zone, bool explain) => explain
        ? DerivationView.Of(answer.Derivation, zone)
        : new Rows(Cell.Of(MilestoneView.Time(answer.DueTime, zone)));
}
