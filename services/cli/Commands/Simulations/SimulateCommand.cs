using System.CommandLine;
using NodaTime;
using SlaPlatform.Cli.CommandLine;
using SlaPlatform.Cli.Rendering;
using SlaPlatform.Cli.Stories;
using SlaPlatform.Cli.Values;
using SlaPlatform.Contracts.Clocks.V1;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SlaPlatform.Cli.Commands.Simulations;

/// <summary><c>sla simulate story.yaml</c>: what would become of a ticket.</summary>
internal static class SimulateCommand
{
    public static Command Create(CliHost host)
    {
        var file = new Argument<FileInfo>("story") { Description = "YAML file with scenarios, the opening and the facts; services/cli/README.md shows one." };
        var explain = new Option<bool>("--explain") { Description = "Derive every due time stretch by stretch." };
        var signals = new Option<bool>("--signals") { Description = "List the signals too." };
        var command = new Command("simulate", "Simulate a ticket's story under one or several plans. Nothing is stored.") { file, explain, signals };
        return command.Runs(host, async context =>
        {
            var path = context.Required(file);
            var requests = new StoryFileReader(context.Zone, document => FileText.Read("document", Path.Combine(path.DirectoryName ?? "", document), "a policy document", File.ReadAllBytes))
                .Read(FileText.Read("story", path.ToString(), "a YAML file", File.ReadAllText));
            var answer = new CompareOutcomesResponse();
            foreach (var (request, names) in requests)
            {
                context.Typed = names;
                request.Derive = context.Value(explain);
                answer.Outcomes.Add(await context.Platform.Simulation.SimulateTicketAsync(request, context.Call()));
            }

            context.Show(answer, () => new Rows(answer.Outcomes.Select(outcome => View(outcome, context.Zone, context.Value(signals)))));
        });
    }

    private static Rows View(SimulateTicketResponse outcome, DateTimeZone? asked, bool signals)
    {
        var zone = asked ?? ZoneText.OrUtc(outcome.Ticket.Terms?.TimeZone);
        var parts = new List<IRenderable>
        {
            MilestoneView.Of(outcome.Milestones, zone, $"{outcome.Scenario}: {ShortNames.OfPlan(outcome.Ticket.Plan)}, {EnumWords.Show(outcome.Ticket.State)}, times in {zone.Id}"),
        };
        parts.AddRange(outcome.Facts.Where(fact => fact.VoidCause.Length > 0).Select(fact => Cell.Of($"fact {fact.Sequence} does not count: {EventText.Of(fact)}", Color.Yellow)));
        if (signals)
        {
            parts.Add(HistoryView.Of(outcome.Signals.Select(signal => new HistoryEntry { Signal = signal }), zone));
        }

        parts.AddRange(outcome.Derivations.Select(derivation => DerivationView.Of(derivation.Derivation, zone, MilestoneView.Name(derivation.Milestone))));
        return new Rows(parts);
    }
}
