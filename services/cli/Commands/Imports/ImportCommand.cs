using System.CommandLine;
using Grpc.Core;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Commands.Replays;
using SlaPlatform.Cli.Importing;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Replay;

namespace SlaPlatform.Cli.Commands.Imports;

/// <summary><c>sla import log.csv --account acme --zone Europe/Warsaw</c>: takes over the tickets of an event log. Run again, it goes on where it was ended.</summary>
internal static class ImportCommand
{
    private static readonly Duration Patience = Duration.FromHours(6);

    public static Command Create(CliHost host)
    {
        var file = new Argument<FileInfo>("log") { Description = "CSV file, one row an event; read as by replay." };
        var options = new ImportOptions();
        var logOptions = new LogOptions();
        var command = new Command("import", "Take over the tickets of an event log. A ticket that is there already is left as it is, so the command can be run again. --zone is the zone of the log's times.") { file };
        options.AddTo(command);
        logOptions.AddTo(command);
        return command.Runs(host, async context =>
        {
            var zone = context.Zone ?? throw new UsageException("--zone", "the log's times need a zone.", "Add --zone Europe/Lisbon, say, or --zone UTC.");
            var mapping = logOptions.Read(context);
            var template = options.Read(context);
            var log = LogFile.Read(context.Required(file), mapping, zone);
            var ids = TicketNaming.Of(log, options.Prefix(context));
            var stories = log.Tickets.Select(ticket => StoryWriter.Write(ticket, mapping.FirstResponse)).ToArray();
            var tickets = stories.Select(story => new PastTicket(story.Story.Id, () => template.Of(story, ids[story.Story.Id])));

            var tally = new ImportTally();
            var ended = await StepProgress.RunAsync(context, "importing", "tickets", stories.Length, step => EndOf(
                new ImportLoop(context, tally, step).RunAsync(tickets, context.Call(Patience))));
            var interrupted = ended is not null && context.Cancellation.IsCancellationRequested;
            Show(context, ImportReport.Of(template.Open.Account, log, stories, tally, interrupted || ended is not null));
            return interrupted ? ExitCodes.Interrupted : ended is not null ? throw ended : tally.IsWhole && log.Unreadable.Length == 0 ? ExitCodes.Done : ExitCodes.Refused;
        });
    }

    private static void Show(CommandContext context, ImportReport report)
    {
        if (context.Json)
        {
            context.Host.Out.WriteLine(JsonText.Indented(report));
        }
        else
        {
            context.Print(ImportView.Of(report));
        }
    }

    /// <summary>What ended a call early; null when it came to its end. What was answered before is told all the same.</summary>
    private static async Task<Exception?> EndOf(Task call)
    {
        try
        {
            await call;
            return null;
        }
        catch (Exception exception) when (exception is RpcException or OperationCanceledException)
        {
            return exception;
        }
    }
}
