using System.Collections.Immutable;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Routing;

/// <summary>Routing as a policy states it: provisions with the value <c>queue</c>, in their order, and the roles that people are named for.</summary>
public static class RoutingRules
{
    /// <summary>The value that makes a provision a rule.</summary>
    public const string Mark = "queue";

    /// <summary>The value, always <c>first</c>, that makes a provision a promise of priority.</summary>
    public const string PriorityMark = "priority";

    /// <summary>The provision whose value <c>roles</c> lists the features that people are named for.</summary>
    public const string PeopleId = "people";

    /// <summary>The rules of a policy.</summary>
    /// <exception cref="InvalidOperationException">A provision's values cannot be read, which no policy document passes with.</exception>
    public static ImmutableArray<RoutingRule> Of(Policy policy) =>
        [.. policy.Provisions.Where(IsRule).Select(provision => Read(provision, id => policy.Features.Any(feature => feature.Id == id), policy.Calendars.ContainsKey).OrThrow())];

    /// <summary>Whether a provision is such a rule.</summary>
    public static bool IsRule(Provision provision) => provision.Values.ContainsKey(Mark);

    /// <summary>The promises of a policy that tickets are taken first: provisions with the value <c>priority</c>.</summary>
    /// <exception cref="InvalidOperationException">A provision's values cannot be read, which no policy document passes with.</exception>
    public static ImmutableArray<PriorityRule> PrioritiesOf(Policy policy) =>
        [.. policy.Provisions.Where(IsPriority).Select(provision => ReadPriority(provision, id => policy.Features.Any(feature => feature.Id == id)).OrThrow())];

    /// <summary>Whether a provision is such a promise.</summary>
    public static bool IsPriority(Provision provision) => provision.Values.ContainsKey(PriorityMark);

    /// <summary>The features of a plan that people are named for.</summary>
    public static ImmutableArray<string> RolesOf(Policy policy, Plan plan) => [.. RolesOf(policy.Provisions.FirstOrDefault(provision => provision.Id == PeopleId)).Where(plan.Has)];

    /// <summary>The features that a provision lists as roles; none without one.</summary>
    public static ImmutableArray<string> RolesOf(Provision? people) =>
        [.. (people?.Values.GetValueOrDefault("roles") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Reads a rule: <c>queue</c>, <c>otherwise</c>, <c>role</c> (a feature), <c>channel</c>, <c>line</c> (a support line), <c>hours</c> (a calendar).</summary>
    /// <param name="provision">The provision.</param>
    /// <param name="hasFeature">Whether the policy has a feature.</param>
    /// <param name="hasCalendar">Whether it has a calendar.</param>
    /// <returns>The rule, or every value that is not understood, under its own name.</returns>
    public static Validated<RoutingRule> Read(Provision provision, Func<string, bool> hasFeature, Func<string, bool> hasCalendar)
    {
        var values = provision.Values;
        var faults = new List<Violation>();
        Check("role", hasFeature, "is no feature of the policy");
        Check("hours", hasCalendar, "is no calendar of the policy");
        CheckLine(values, faults);
        return Validated.From(faults, () => new RoutingRule
        {
            Id = provision.Id,
            Queue = values[Mark],
            Otherwise = values.GetValueOrDefault("otherwise"),
            Role = values.GetValueOrDefault("role"),
            Channel = values.GetValueOrDefault("channel"),
            Line = values.GetValueOrDefault("line"),
            CalendarId = values.GetValueOrDefault("hours"),
            Source = provision.Source,
        });

        void Check(string name, Func<string, bool> isKnown, string problem) => RoutingRules.Check(values, faults, name, isKnown, problem);
    }

    /// <summary>Reads a promise of priority: <c>priority</c> (always <c>first</c>), <c>feature</c>, and <c>line</c> where it holds for one support line alone.</summary>
    /// <param name="provision">The provision.</param>
    /// <param name="hasFeature">Whether the policy has a feature.</param>
    /// <returns>The promise, or every value that is missing or not understood, under its own name.</returns>
    public static Validated<PriorityRule> ReadPriority(Provision provision, Func<string, bool> hasFeature)
    {
        var values = provision.Values;
        var faults = new List<Violation>();
        Check(values, faults, PriorityMark, value => value == "first", "is no priority; use first");
        Check(values, faults, "feature", hasFeature, "is no feature of the policy");
        CheckLine(values, faults);
        if (!values.ContainsKey("feature"))
        {
            faults.Add(new Violation("feature", "It is missing; name the feature whose plans have the priority."));
        }

        return Validated.From(faults, () => new PriorityRule(provision.Id, values["feature"], values.GetValueOrDefault("line"), provision.Source));
    }

    private static void CheckLine(ImmutableSortedDictionary<string, string> values, List<Violation> faults) =>
        Check(values, faults, "line", SupportLines.All.Contains, $"is no support line; use one of {string.Join(", ", SupportLines.All)}");

    private static void Check(ImmutableSortedDictionary<string, string> values, List<Violation> faults, string name, Func<string, bool> isKnown, string problem)
    {
        if (values.TryGetValue(name, out var value) && !isKnown(value))
        {
            faults.Add(new Violation(name, $"\"{value}\" {problem}."));
        }
    }
}
