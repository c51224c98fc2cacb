using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Replay;

namespace SlaPlatform.Cli.Commands.Replays;

/// <summary><c>sla replay log.csv --plan xtm/gold --zone Europe/Warsaw</c>: a ticket event log under one or several plans.</summary>
internal static class ReplayCommand
{
    private static readonly Duration Patience = Duration.FromMinutes(5);

    public static Command Create(CliHost host)
    {
        var file = new Argument<FileInfo>("log") { Description = "CSV file, one row an event." };
        var until = new Option<string?>("--until") { Description = "Until when the clocks run; what is not over by then stays open. Default: the log's last event.", HelpName = "time" };
        var production = new Option<bool>("--production") { Description = "Every ticket concerns production." };
        var unusable = new Option<bool>("--unusable") { Description = "Every ticket means that the service is unusable." };
        var scenarios = new ScenarioOptions();
        var log = new LogOptions();
        var command = new Command("replay", "Simulate every ticket of an event log under one or several plans and show how many targets would have been met. --zone is the zone of the log's times.")
        {
            file, until, production, unusable,
        };
        scenarios.AddTo(command);
        log.AddTo(command);
        return command.Runs(host, async context =>
        {
            var zone = context.Zone ?? throw new UsageException("--zone", "the log's times need a zone.", "Add --zone Europe/Lisbon, say, or --zone UTC.");
            var mapping = log.Read(context);
            var plans = scenarios.Read(context);
            var input = ReplayInput.Of(LogFile.Read(context.Required(file), mapping, zone), zone, mapping.FirstResponse, context.Time(until));
            foreach (var story in input.Stories.Select(story => story.Story))
            {
                if (context.Value(production))
                {
                    story.Production = true;
                }

                if (context.Value(unusable))
                {
                    story.ServiceUnusable = true;
                }
            }

            var firstRevisions = await FirstRevisions.ReadAsync(context.Platform.Catalog, () => context.Call(), plans);
            var tallies = await StepProgress.RunAsync(context, "simulating", "simulations", input.Stories.Length * plans.Count, step =>
                ReplayStream.RunAsync(context.Platform.Simulation, context.Call(Patience), plans, input, step));
            var report = ReplayReport.Of(input, tallies, firstRevisions);
            if (context.Json)
            {
                host.Out.WriteLine(JsonText.Indented(report));
            }
            else
            {
                context.Print(ReplayView.Of(report));
            }

            return tallies.All(tally => tally.SimulatedCount == 0) ? ExitCodes.Refused : ExitCodes.Done;
        });
    }
}
