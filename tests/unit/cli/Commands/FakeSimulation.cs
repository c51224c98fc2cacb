using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Cli.Tests.Commands;

/// <summary>Meets the resolution of every story that holds one; refuses the ticket INC9.</summary>
internal sealed class FakeSimulation : SimulationService.SimulationServiceBase
{
    public override async Task SimulateTickets(
        IAsyncStreamReader<SimulateTicketsRequest> requestStream, IServerStreamWriter<SimulateTicketsResponse> responseStream, ServerCallContext context)
    {
        var scenarios = new List<Scenario>();
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
        {
            scenarios.AddRange(request.Scenarios);
            if (request.Story is null)
            {
                continue;
            }

            foreach (var scenario in scenarios)
            {
                await responseStream.WriteAsync(Answer(request, scenario), context.CancellationToken);
            }
        }
    }

    private static SimulateTicketsResponse Answer(SimulateTicketsRequest request, Scenario scenario)
    {
        var answer = new SimulateTicketsResponse { ItemId = request.ItemId, Scenario = scenario.Label };
        if (request.ItemId == "INC9")
        {
            answer.Refusal = new SimulationRefusal { Reason = "FACT_NOT_ALLOWED", Messages = { "resumed cannot be recorded." } };
            return answer;
        }

        var met = request.Story.Facts.Any(fact => fact.Fact.FactCase == FactBody.FactOneofCase.Resolved);
        answer.Outcome = new SimulateTicketResponse
        {
            Ticket = new Ticket { Plan = scenario.Plan, RulingLevel = request.Story.Level, RulingLabel = $"P{request.Story.Level}" },
            Milestones = { new Milestone { Level = request.Story.Level, Kind = MilestoneKind.Resolution, State = met ? MilestoneState.Met : MilestoneState.Running } },
        };
        return answer;
    }
}
