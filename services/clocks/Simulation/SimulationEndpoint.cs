using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Clocks.Simulation.Portfolios;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.PolicyClient;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Clocks.Simulation;

/// <summary>SimulationService: stateless, nothing is stored, no account is needed.</summary>
internal sealed class SimulationEndpoint(PolicySource policies, PortfolioReplay portfolios) : SimulationService.SimulationServiceBase
{
    public override async Task<SimulateTicketResponse> SimulateTicket(SimulateTicketRequest request, ServerCallContext context)
    {
        var checks = new RequestChecks();
        var language = context.Language(checks, "");
        var finder = new PlanFinder(policies, context.CancellationToken);
        var scenario = new ScenarioReader(checks, "scenario", request.Scenario);
        var detail = SimulationDetail.Record | (request.Derive ? SimulationDetail.Derivations : SimulationDetail.None);
        var response = await RunAsync(checks, finder, [scenario], request.Story, request.UntilTime, detail, context, language);
        checks.ThrowIfAny();
        return response.Single();
    }

    public override async Task SimulateTickets(
        IAsyncStreamReader<SimulateTicketsRequest> requestStream, IServerStreamWriter<SimulateTicketsResponse> responseStream, ServerCallContext context)
    {
        var stream = new SimulationStream(new PlanFinder(policies, context.CancellationToken), context);
        await foreach (var item in requestStream.ReadAllAsync(context.CancellationToken))
        {
            await foreach (var response in stream.RunAsync(item))
            {
                await responseStream.WriteAsync(response, context.CancellationToken);
            }
        }
    }

    public override async Task<CompareOutcomesResponse> CompareOutcomes(CompareOutcomesRequest request, ServerCallContext context)
    {
        var checks = new RequestChecks();
        var language = context.Language(checks, "");
        if (request.Scenarios.Count == 0)
        {
            checks.Add(ErrorReason.FieldRequired, "scenarios", $"It is empty; give 1 to {SimulationLimits.Scenarios}.");
        }

        var finder = new PlanFinder(policies, context.CancellationToken);
        var within = checks.Count("scenarios", request.Scenarios.Count, SimulationLimits.Scenarios);
        var scenarios = request.Scenarios.Take(within ? SimulationLimits.Scenarios : 0)
            .Select((scenario, index) => new ScenarioReader(checks, FieldPath.Item("scenarios", index), scenario)).ToList();
        ScenarioLabels.Check(checks, scenarios);
        checks.Count("story.facts", request.Story?.Facts.Count ?? 0, SimulationLimits.FactsUnderScenarios / Math.Max(1, scenarios.Count));
        var outcomes = await RunAsync(checks, finder, scenarios, request.Story, request.UntilTime, SimulationDetail.Record, context, language);
        checks.ThrowIfAny();
        return new CompareOutcomesResponse { Outcomes = { outcomes } };
    }

    public override Task<CompareReadingsResponse> CompareReadings(CompareReadingsRequest request, ServerCallContext context) =>
        ReadingComparison.RunAsync(request, new PlanFinder(policies, context.CancellationToken), context);

    public override Task ReplayPortfolio(
        ReplayPortfolioRequest request, IServerStreamWriter<ReplayPortfolioResponse> responseStream, ServerCallContext context) =>
        portfolios.RunAsync(request, responseStream, context);

    private static async Task<List<SimulateTicketResponse>> RunAsync(
        RequestChecks checks, PlanFinder finder, IReadOnlyList<ScenarioReader> scenarios, TicketStory? wire, Timestamp? untilTime, SimulationDetail detail, ServerCallContext context,
        string language)
    {
        var responses = new List<SimulateTicketResponse>();
        var opened = checks.Time("story.open_time", wire?.OpenTime) ?? RequestChecks.Earliest;
        foreach (var scenario in scenarios)
        {
            var terms = checks.IsSound ? await scenario.ResolveAsync(checks, finder, opened) : null;
            var story = await new StoryReader(checks, finder, "story").ReadAsync(wire, terms?.Reference.Terms);
            var until = UntilTime.Read(checks, untilTime, story);
            if (checks.IsSound && Simulator.Run(checks, "story", story!, terms!, until, detail, language, context.CancellationToken) is { } response)
            {
                responses.Add(response);
            }

            if (!checks.IsSound)
            {
                break;
            }
        }

        return responses;
    }
}
