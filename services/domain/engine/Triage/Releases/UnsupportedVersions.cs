using System.Collections.Immutable;
using SlaPlatform.BusinessTime;

namespace SlaPlatform.Engine.Triage.Releases;

/// <summary>What becomes of a ticket in a version whose support has ended: the provision <c>unsupported-version</c>.</summary>
public static class UnsupportedVersions
{
    /// <summary>The id of the provision.</summary>
    public const string ProvisionId = "unsupported-version";

    private const string FactName = "fact";
    private const string ReasonName = "reason";
    private const string Waiting = "waiting_on_customer";

    /// <summary>The values that are read: the <c>fact</c> that the ticket opens with, and its <c>reason</c>.</summary>
    public static ImmutableArray<string> Names { get; } = [FactName, ReasonName];

    /// <summary>What of the provision's values is missing or not understood, under its own name.</summary>
    /// <param name="values">The values; without any the ticket opens as others do.</param>
    public static ImmutableArray<Violation> Faults(IReadOnlyDictionary<string, string> values)
    {
        if (!values.TryGetValue(FactName, out var fact))
        {
            return values.ContainsKey(ReasonName) ? [new Violation(FactName, $"It is missing; write {Waiting}.")] : [];
        }

        return fact != Waiting ? [new Violation(FactName, $"\"{fact}\" is no fact that such a ticket opens with; write {Waiting}.")]
            : !values.ContainsKey(ReasonName) ? [new Violation(ReasonName, "It is missing; give a code such as upgrade_required.")]
            : [];
    }
}
