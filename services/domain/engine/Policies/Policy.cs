using System.Collections.Immutable;
using NodaTime;

namespace SlaPlatform.Engine.Policies;

/// <summary>What a vendor's policy document says.</summary>
public sealed record Policy
{
    /// <summary>The policy's id: lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The vendor's version of it.</summary>
    public required string Version { get; init; }

    /// <summary>The first date it is in force (from 00:00 UTC).</summary>
    public required LocalDate EffectiveFrom { get; init; }

    /// <summary>The source document.</summary>
    public required string Source { get; init; }

    /// <summary>The severity scale and the rules of triage.</summary>
    public required SeverityScheme Severities { get; init; }

    /// <summary>The calendars by id.</summary>
    public required ImmutableSortedDictionary<string, PolicyCalendar> Calendars { get; init; }

    /// <summary>The lines of support by name, each with the id of the calendar of its hours.</summary>
    public ImmutableSortedDictionary<string, string> Lines { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The escalation ladders by id.</summary>
    public ImmutableSortedDictionary<string, EscalationLadder> Ladders { get; init; } = ImmutableSortedDictionary<string, EscalationLadder>.Empty;

    /// <summary>The features in the order that a plan page lists them.</summary>
    public required ImmutableArray<Feature> Features { get; init; }

    /// <summary>The plans, cheapest first.</summary>
    public required ImmutableArray<Plan> Plans { get; init; }

    /// <summary>The questions that the source leaves open.</summary>
    public ImmutableArray<Reading> Readings { get; init; } = [];

    /// <summary>The clauses under which a ticket is not covered.</summary>
    public ImmutableArray<Exclusion> Exclusions { get; init; } = [];

    /// <summary>What an incident report must hold.</summary>
    public ImmutableArray<ReportRequirement> ReportRequires { get; init; } = [];

    /// <summary>The regions that are not served.</summary>
    public ImmutableArray<RefusedRegion> RefusedRegions { get; init; } = [];

    /// <summary>What the policy states beyond its clocks: shown to readers, and read by the services that act on it.</summary>
    public ImmutableArray<Provision> Provisions { get; init; } = [];

    /// <summary>Whether tickets already running stop their clocks while the account is suspended. Default: they go on.</summary>
    public bool SuspensionStopsClocks { get; init; }

    /// <summary>The plan with the id, or null.</summary>
    public Plan? FindPlan(string id) => Plans.FirstOrDefault(plan => plan.Id == id);

    /// <summary>The exclusion clause with the id, or null.</summary>
    public Exclusion? FindExclusion(string clause) => Exclusions.FirstOrDefault(exclusion => exclusion.Clause == clause);
}
