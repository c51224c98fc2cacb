using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using SlaPlatform.Cli.Replay;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Time;

namespace SlaPlatform.Cli.Commands.Replays;

/// <summary>Sends every story over one stream and adds up the answers as they come.</summary>
internal static class ReplayStream
{
    /// <param name="step">Called once for each answer.</param>
    public static async Task<IReadOnlyList<ScenarioTally>> RunAsync(
        SimulationService.SimulationServiceClient client, CallOptions options, IReadOnlyList<Scenario> scenarios, ReplayInput input, Action step)
    {
        var tallies = scenarios.Select(scenario => new ScenarioTally(scenario.Label)).ToArray();
        var byLabel = tallies.ToDictionary(tally => tally.Label);
        using var call = client.SimulateTickets(options);
        var sending = SendAsync(call.RequestStream, scenarios, input);
        try
        {
            await foreach (var answer in call.ResponseStream.ReadAllAsync(options.CancellationToken))
            {
                byLabel[answer.Scenario].Take(answer);
                step();
            }
        }
        catch (RpcException)
        {
            // The stream's own status says what went wrong; the sender only notices that it ended.
            await sending.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw;
        }

        await sending;
        return tallies;
    }

    private static async Task SendAsync(IClientStreamWriter<SimulateTicketsRequest> stream, IReadOnlyList<Scenario> scenarios, ReplayInput input)
    {
        Timestamp until = input.Until.ToTimestamp();
        await stream.WriteAsync(new SimulateTicketsRequest { Scenarios = { scenarios } });
        foreach (var story in input.Stories)
        {
            await stream.WriteAsync(new SimulateTicketsRequest { ItemId = story.Story.Id, Story = story.Story, UntilTime = until });
        }

        await stream.CompleteAsync();
    }
}
