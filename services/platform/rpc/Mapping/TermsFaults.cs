using System.Collections.Immutable;
using SlaPlatform.BusinessTime;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Rpc.Mapping;

/// <summary>What sort of fault each violation of <c>PlanTerms.Resolve</c> is.</summary>
public static class TermsFaults
{
    /// <summary>Adds the violations of resolving a plan for a subscription.</summary>
    /// <param name="checks">Takes them.</param>
    /// <param name="violations">What the engine found.</param>
    /// <param name="parent">The field that holds the terms; empty for the request itself.</param>
    public static void Add(RequestChecks checks, ImmutableArray<Violation> violations, string parent = "")
    {
        foreach (var violation in violations)
        {
            checks.Add(ReasonOf(violation.Field), FieldPath.Join(parent, violation.Field), violation.Description);
        }
    }

    private static ErrorReason ReasonOf(string field) => field switch
    {
        "plan" => ErrorReason.PlanNotFound,
        "time_zone" => ErrorReason.UnknownTimeZone,
        _ when field.StartsWith("readings", StringComparison.Ordinal) => ErrorReason.UnknownReading,
        _ => ErrorReason.InvalidCalendar,
    };
}
