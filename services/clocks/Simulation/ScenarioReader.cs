using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Contracts.Vocabulary.V1;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Rpc.Errors;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;

namespace SlaPlatform.Clocks.Simulation;

/// <summary>Makes one scenario ready for tickets that open at given times; the terms of a revision are resolved once.</summary>
internal sealed class ScenarioReader
{
    private readonly Scenario scenario;
    private readonly string field;
    private readonly SourcePlan? inline;
    private readonly ServiceTerms terms;
    private readonly ImmutableSortedDictionary<int, int> levels;
    private readonly Dictionary<string, ScenarioTerms?> byHash = [];

    /// <summary>Reads all that does not depend on the ticket.</summary>
    public ScenarioReader(RequestChecks checks, string field, Scenario? given)
    {
        this.field = field;
        scenario = given ?? new Scenario();
        checks.Text(At("label"), scenario.Label, Limits.TitleCharacters);
        terms = TermsMapping.Read(checks, field, scenario.TimeZone, scenario.Readings, scenario.CalendarOverrides, scenario.Holidays);
        levels = scenario.LevelMap.ToImmutableSortedDictionary();
        foreach (var (from, to) in levels)
        {
            checks.Level(FieldPath.Item(At("level_map"), from), to);
        }

        switch (scenario.PolicyCase)
        {
            case Scenario.PolicyOneofCase.None:
                checks.Add(ErrorReason.FieldRequired, At("plan"), "It names no policy; give plan, or inline_plan with a document.");
                break;
            case Scenario.PolicyOneofCase.InlinePlan:
                inline = PlanFinder.Read(checks, At("inline_plan"), scenario.InlinePlan);
                break;
        }
    }

    public string Label => scenario.Label.Length > 0 ? scenario.Label : scenario.Plan.Length > 0 ? scenario.Plan : scenario.InlinePlan?.PlanId ?? "";

    /// <summary>The terms of a ticket that opens at a time; null with violations when there are none.</summary>
    public async Task<ScenarioTerms?> ResolveAsync(RequestChecks checks, PlanFinder finder, Instant opened)
    {
        var source = scenario.PolicyCase switch
        {
            Scenario.PolicyOneofCase.Plan => await finder.FindAsync(checks, At("plan"), scenario.Plan, opened),
            _ => inline,
        };
        if (source is null)
        {
            return null;
        }

        if (!byHash.TryGetValue(source.ContentHash, out var ready))
        {
            ready = Resolve(checks, source, terms);
            byHash[source.ContentHash] = ready;
        }

        return ready;
    }

    /// <summary>The terms under other readings.</summary>
    public ScenarioTerms? Resolve(RequestChecks checks, SourcePlan source, ImmutableSortedDictionary<string, string> readings) =>
        Resolve(checks, source, terms with { Readings = readings });

    /// <summary>The readings that the scenario fixes.</summary>
    public ImmutableSortedDictionary<string, string> Readings => terms.Readings;

    private ScenarioTerms? Resolve(RequestChecks checks, SourcePlan source, ServiceTerms with)
    {
        if (scenario.TimeZone.Length == 0 && source.Policy.Calendars.Values.FirstOrDefault(calendar => calendar.InAccountZone) is { } calendar)
        {
            checks.Add(ErrorReason.FieldRequired, At("time_zone"), $"It is empty, and calendar '{calendar.Definition.Id}' is in the account's zone; give an IANA zone.");
            return null;
        }

        switch (PlanTerms.Resolve(source.Policy, source.PlanId, with))
        {
            case BusinessTime.Validated<PlanTerms>.Valid { Value: var resolved }:
                return new ScenarioTerms(Label, new PlanReference(source.ContentHash, source.PlanId, with), resolved, levels);
            case var refused:
                TermsFaults.Add(checks, refused.Violations, field);
                return null;
        }
    }

    private string At(string part) => FieldPath.Join(field, part);
}
