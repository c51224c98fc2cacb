using System.Collections.Immutable;
using Grpc.Core;
using NodaTime;
using SlaPlatform.Clocks.Services;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Time;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using Fact = SlaPlatform.Engine.Clocks.Fact;
using MilestoneKind = SlaPlatform.Engine.Policies.MilestoneKind;
using SimulatedFact = SlaPlatform.Engine.Clocks.SimulatedFact;
using StartEvent = SlaPlatform.Engine.Policies.StartEvent;
using WireStartEvent = SlaPlatform.Contracts.Vocabulary.V1.StartEvent;

namespace SlaPlatform.Clocks.Simulation;

/// <summary>One target's due time under each combination of the readings that touch it.</summary>
internal static class ReadingComparison
{
    private static readonly OpeningFields Fields = new("level", "level", "start_time", "start_time");

    public static async Task<CompareReadingsResponse> RunAsync(CompareReadingsRequest request, PlanFinder finder, ServerCallContext context)
    {
        var checks = new RequestChecks();
        var language = context.Language(checks, "");
        var scenario = new ScenarioReader(checks, "scenario", request.Scenario);
        var level = checks.Level("level", request.Level);
        var kind = checks.Specified("milestone", request.Milestone);
        var start = checks.RequiredTime("start_time", request.StartTime);
        var events = ReadEvents(checks, request, start);
        var terms = checks.IsSound ? await scenario.ResolveAsync(checks, finder, start) : null;
        if (terms is not null && terms.Terms.Policy.Severities.Find(level) is null)
        {
            checks.Add(ErrorReason.UnknownLevel, "level", $"{level} is not a level of policy '{terms.Terms.Policy.Id}'; give 1 to {terms.Terms.Policy.Severities.Levels.Length}.");
        }

        checks.ThrowIfAny();
        var source = new SourcePlan(terms!.Reference.RevisionHash, terms.Terms.Policy, terms.Reference.Plan);
        var response = new CompareReadingsResponse();
        foreach (var readings in Combinations(source, level, kind.ToDomain(), scenario.Readings))
        {
            var chosen = scenario.Resolve(checks, source, scenario.Readings.SetItems(readings));
            checks.ThrowIfAny();
            context.CancellationToken.ThrowIfCancellationRequested();
            response.Outcomes.Add(Outcome(checks, chosen!, readings, level, kind.ToDomain(), start, events, language));
        }

        return response;
    }

    /// <summary>Every choice of the readings that touch the target and that the scenario leaves free; the defaults first.</summary>
    private static IEnumerable<ImmutableSortedDictionary<string, string>> Combinations(
        SourcePlan source, int level, MilestoneKind kind, ImmutableSortedDictionary<string, string> chosen)
    {
        IEnumerable<ImmutableSortedDictionary<string, string>> combinations = [ImmutableSortedDictionary<string, string>.Empty];
        foreach (var reading in source.Policy.Readings.Where(reading => !chosen.ContainsKey(reading.Id) && Touches(reading, source.PlanId, level, kind)))
        {
            combinations = combinations.SelectMany(choice => reading.Names.Select(name => choice.SetItem(reading.Id, name)));
        }

        return combinations.Take(SimulationLimits.ReadingCombinations);
    }

    private static bool Touches(Reading reading, string plan, int level, MilestoneKind kind) =>
        reading.Options.SelectMany(option => option.Patches).Any(patch => patch.Selects(plan, level, kind));

    private static ReadingOutcome Outcome(
        RequestChecks checks, ScenarioTerms scenario, ImmutableSortedDictionary<string, string> readings, int level, MilestoneKind kind, Instant start,
        ImmutableSortedDictionary<StartEvent, Instant> events, string language)
    {
        var book = PlanBook.Of(scenario.Reference, scenario.Terms);
        var told = StartFacts(kind, start, events);
        var end = told.Select(fact => fact.EffectiveTime).Append(start).Max();
        var result = Engine.Clocks.Simulation.Run("reading", book, Opening(scenario, level, start), told, end);
        foreach (var refusal in result.Refused.SelectMany(refused => refused.Refusals))
        {
            checks.Add(TicketRefusals.ReasonOf(refusal.Kind, refusal.Field), Fields.Of(refusal.Field), refusal.Description);
        }

        checks.ThrowIfAny();
        var log = result.Log;
        var milestone = TicketClock.View(log, book, end).Current.SingleOrDefault(found => found.Id.Kind == kind);
        var outcome = new ReadingOutcome { Target = TargetMapping.For(scenario.Terms, language).ToProto(scenario.Terms.FindTarget(level, kind)) };
        outcome.Readings.Add(readings.ToDictionary());
        if (milestone is not null)
        {
            outcome.DueTime = milestone.DueTime?.ToTimestamp();
            outcome.Derivation = TicketClock.Explain(log, book, milestone.Id, end)!.ToProto();
        }

        return outcome;
    }

    /// <summary>Every condition is taken to hold: the question is when it would be due.</summary>
    private static SimulatedFact Opening(ScenarioTerms scenario, int level, Instant start) => new(
        new Fact.Opened { Plan = scenario.Reference, ClaimedLevel = level, VerifiedLevel = level, Production = true, Unusable = true }, start);

    /// <summary>The events that can start the milestone, at the start where no time is given; an answer would meet an initial response, so by itself it is told for recurring ones only.</summary>
    private static ImmutableArray<SimulatedFact> StartFacts(MilestoneKind kind, Instant start, ImmutableSortedDictionary<StartEvent, Instant> events)
    {
        StartEvent[] usual = kind is MilestoneKind.FollowUp or MilestoneKind.Update ? [StartEvent.AgentResponded, StartEvent.CustomerReplied] : [StartEvent.Confirmed];
        return [.. usual.Union(events.Keys).Select(happened => new SimulatedFact(FactOf(happened), events.GetValueOrDefault(happened, start)))];
    }

    private static Fact FactOf(StartEvent happened) => happened switch
    {
        StartEvent.AgentResponded => new Fact.AgentResponded(),
        StartEvent.CustomerReplied => new Fact.CustomerReplied(),
        StartEvent.Confirmed => new Fact.Confirmed("vendor"),
        StartEvent.WorkaroundProvided => new Fact.WorkaroundProvided(),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "The opening is no fact of its own."),
    };

    private static ImmutableSortedDictionary<StartEvent, Instant> ReadEvents(RequestChecks checks, CompareReadingsRequest request, Instant start)
    {
        var events = ImmutableSortedDictionary.CreateBuilder<StartEvent, Instant>();
        for (var i = 0; i < request.Events.Count; i++)
        {
            var field = FieldPath.Item("events", i);
            var (happened, time) = (checks.Specified($"{field}.event", request.Events[i].Event), checks.RequiredTime($"{field}.event_time", request.Events[i].EventTime));
            if (happened == WireStartEvent.Received || (happened != WireStartEvent.Unspecified && !events.TryAdd(happened.ToDomain(), time)))
            {
                checks.Add(ErrorReason.FieldOutOfRange, $"{field}.event", happened == WireStartEvent.Received
                    ? "The ticket is received at start_time; leave it out here." : "It is given before; give each event one time.");
            }
            else if (request.Events[i].EventTime is not null && time < start)
            {
                checks.Add(ErrorReason.TimeOrder, $"{field}.event_time", $"{time} is before start_time ({start}); give a time from then on.");
            }
            else if (time > start + SimulationLimits.Span)
            {
                checks.Add(ErrorReason.HorizonExceeded, $"{field}.event_time", $"{time} is more than 20 years after start_time ({start}); give an earlier time.");
            }
        }

        return events.ToImmutable();
    }
}
