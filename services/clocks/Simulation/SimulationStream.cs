using Grpc.Core;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Errors;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Clocks.Simulation;

/// <summary>One stream of stories: each is run under every scenario that the stream has named so far.</summary>
internal sealed class SimulationStream(PlanFinder finder, ServerCallContext context)
{
    private readonly List<ScenarioReader> scenarios = [];

    /// <summary>Runs one item. Faulty scenarios end the stream, as every later answer would lack them; a faulty story does not.</summary>
    public async IAsyncEnumerable<SimulateTicketsResponse> RunAsync(SimulateTicketsRequest item)
    {
        var checks = new RequestChecks();
        var language = context.Language(checks, "");
        checks.Text("item_id", item.ItemId, Limits.TitleCharacters);
        AddScenarios(checks, item);
        if (item.Story is not null && scenarios.Count == 0)
        {
            checks.Add(ErrorReason.FieldRequired, "scenarios", "The stream has none; send them with or before the first story.");
        }

        checks.ThrowIfAny();
        if (item.Story is null)
        {
            yield break;
        }

        foreach (var scenario in scenarios)
        {
            yield return await AnswerAsync(scenario, item, language);
        }
    }

    private void AddScenarios(RequestChecks checks, SimulateTicketsRequest item)
    {
        if (!checks.Count("scenarios", scenarios.Count + item.Scenarios.Count, SimulationLimits.ScenariosOfStream))
        {
            return;
        }

        scenarios.AddRange(item.Scenarios.Select((scenario, index) => new ScenarioReader(checks, FieldPath.Item("scenarios", index), scenario)));
        if (item.Scenarios.Count > 0)
        {
            ScenarioLabels.Check(checks, scenarios);
        }
    }

    private async Task<SimulateTicketsResponse> AnswerAsync(ScenarioReader scenario, SimulateTicketsRequest item, string language)
    {
        var checks = new RequestChecks();
        var response = new SimulateTicketsResponse { ItemId = item.ItemId, Scenario = scenario.Label };
        var opened = checks.RequiredTime("story.open_time", item.Story.OpenTime);
        var terms = await scenario.ResolveAsync(checks, finder, opened);
        if (terms is null)
        {
            // A plan that is not there is not the story's fault.
            checks.ThrowIfAny();
        }

        var story = await new StoryReader(checks, finder, "story").ReadAsync(item.Story, terms?.Reference.Terms);
        var until = UntilTime.Read(checks, item.UntilTime, story);
        var detail = item.IncludeSignals ? SimulationDetail.Record : SimulationDetail.None;
        if (checks.IsSound && Simulator.Run(checks, "story", story!, terms!, until, detail, language, context.CancellationToken) is { } outcome)
        {
            response.Outcome = outcome;
        }
        else
        {
            response.Refusal = new SimulationRefusal
            {
                Reason = checks.Violations[0].Reason.ToWireName(),
                Messages = { checks.Violations.Select(violation => $"{violation.Field}: {violation.Description}") },
            };
        }

        return response;
    }
}
