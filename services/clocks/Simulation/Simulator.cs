using NodaTime;
using SlaPlatform.Clocks.Services;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using Fact = SlaPlatform.Engine.Clocks.Fact;

namespace SlaPlatform.Clocks.Simulation;

/// <summary>Runs a story under a scenario and shows what became of it.</summary>
internal static class Simulator
{
    private const string TicketId = "simulated";

    /// <summary>What became of a story; null with violations when a fact of it is refused.</summary>
    public static SimulateTicketResponse? Run(
        RequestChecks checks, string field, Story story, ScenarioTerms scenario, Instant until, SimulationDetail detail, string language, CancellationToken cancellation)
    {
        return Live(checks, field, story, scenario, until, cancellation) is { } lived ? Show(lived.Log, lived.Book, scenario.Label, until, detail, language) : null;
    }

    /// <summary>The record of a story that was lived; null with violations when a fact of it is refused.</summary>
    public static (TicketLog Log, PlanBook Book)? Live(
        RequestChecks checks, string field, Story story, ScenarioTerms scenario, Instant until, CancellationToken cancellation)
    {
        var book = story.Plans.With(scenario.Reference, scenario.Terms);
        var opening = story.Opening(scenario);
        var told = story.Facts.Select(fact => fact with { Fact = scenario.Map(fact.Fact) }).ToList();
        var result = Engine.Clocks.Simulation.Run(TicketId, book, opening, told, until, cancellation);
        foreach (var refused in result.Refused)
        {
            var index = told.IndexOf(refused.Fact);
            AddRefusals(checks, field, refused, index < 0 ? index : story.PlaceOf(index));
        }

        return result.Refused.IsEmpty ? (result.Log, book) : null;
    }

    private static void AddRefusals(RequestChecks checks, string field, RefusedFact refused, int index)
    {
        var open = FieldPath.Join(field, "open_time");
        var level = FieldPath.Join(field, "level");
        var opening = new OpeningFields(level, level, open, open);
        var item = FieldPath.Item(FieldPath.Join(field, "facts"), index);
        var fact = new FactFields(FieldPath.Join(item, "fact"), FieldPath.Join(item, "effective_time"));
        foreach (var refusal in refused.Refusals)
        {
            var path = refused.Fact.Fact is Fact.Opened ? opening.Of(refusal.Field) : fact.Of(refusal.Kind, refusal.Field);
            checks.Add(TicketRefusals.ReasonOf(refusal.Kind, refusal.Field), path, refusal.Description);
        }
    }

    private static SimulateTicketResponse Show(TicketLog log, PlanBook book, string label, Instant until, SimulationDetail detail, string language)
    {
        var view = TicketClock.View(log, book, until);
        var targets = TargetMapping.For(view.Terms, language);
        var response = new SimulateTicketResponse
        {
            Scenario = label,
            Ticket = view.ToProto(language),
            Milestones = { view.Milestones.Select(milestone => milestone.ToProto(targets)) },
        };
        if (detail.HasFlag(SimulationDetail.Record))
        {
            response.Signals.Add(log.Signals.Select(signal => signal.ToProto()));
            response.Facts.Add(log.Facts.Select(fact => fact.ToProto(hash => PolicyOf(book, hash), view.Voided.GetValueOrDefault(fact.Sequence, ""))));
        }

        if (detail.HasFlag(SimulationDetail.Derivations))
        {
            response.Derivations.Add(TicketClock.ExplainAll(log, book, until).Select(derivation => derivation.ToProto(targets)));
        }

        return response;
    }

    private static string PolicyOf(PlanBook book, string hash) => book.Terms.First(entry => entry.Key.RevisionHash == hash).Value.Policy.Id;
}
