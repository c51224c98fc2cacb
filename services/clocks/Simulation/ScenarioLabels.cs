using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Clocks.Simulation;

/// <summary>Labels tell the answers of several scenarios apart.</summary>
internal static class ScenarioLabels
{
    public static void Check(RequestChecks checks, IEnumerable<ScenarioReader> scenarios)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var label in scenarios.Select(scenario => scenario.Label).Where(label => !seen.Add(label)))
        {
            checks.Add(ErrorReason.AlreadyExists, "scenarios", $"Label '{label}' is given twice; give each scenario its own.");
        }
    }
}
