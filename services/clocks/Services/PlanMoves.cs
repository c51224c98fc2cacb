using System.Collections.Immutable;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Clocks.Services;

/// <summary>The terms of a ticket that moves to another plan: its own, with the readings of the change.</summary>
internal static class PlanMoves
{
    /// <summary>The terms under the new policy. Calendars that it does not let anybody replace stay its own.</summary>
    public static ServiceTerms TermsOf(ServiceTerms own, ImmutableSortedDictionary<string, string> readings, Policy policy) => own with
    {
        Readings = readings,
        CalendarOverrides = own.CalendarOverrides
            .Where(entry => policy.Calendars.TryGetValue(entry.Key, out var calendar) && calendar.Overridable)
            .ToImmutableSortedDictionary(),
    };

    /// <summary>Requires that the plan can be had on the terms.</summary>
    /// <exception cref="Rpc.Errors.RefusalException">It cannot.</exception>
    public static void Require(Policy policy, string plan, ServiceTerms terms, string field)
    {
        if (PlanTerms.Resolve(policy, plan, terms) is Validated<PlanTerms>.Invalid invalid)
        {
            var checks = new RequestChecks();
            TermsFaults.Add(checks, ((Validated<PlanTerms>)invalid).Violations, field);
            checks.ThrowIfAny();
        }
    }
}
