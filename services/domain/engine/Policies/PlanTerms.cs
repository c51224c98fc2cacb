using System.Collections.Immutable;
using SlaPlatform.BusinessTime;

namespace SlaPlatform.Engine.Policies;

/// <summary>A plan as it holds for one subscription: readings chosen, zones and holidays applied, calendars compiled. Immutable and safe to share.</summary>
public sealed class PlanTerms
{
    private readonly ImmutableSortedDictionary<string, CompiledCalendar> calendars;
    private readonly ImmutableSortedDictionary<int, ImmutableArray<Target>> targets;

    private PlanTerms(
        Policy policy,
        Plan plan,
        ServiceTerms terms,
        ImmutableSortedDictionary<string, CompiledCalendar> calendars,
        ImmutableSortedDictionary<int, ImmutableArray<Target>> targets,
        SeverityRuling ruling)
    {
        Policy = policy;
        Plan = plan;
        Terms = terms;
        this.calendars = calendars;
        this.targets = targets;
        Ruling = ruling;
    }

    /// <summary>The policy.</summary>
    public Policy Policy { get; }

    /// <summary>The plan.</summary>
    public Plan Plan { get; }

    /// <summary>What the subscription added.</summary>
    public ServiceTerms Terms { get; }

    /// <summary>Whose severity level rules, under the chosen readings.</summary>
    public SeverityRuling Ruling { get; }

    /// <summary>Whether the vendor's level rules only once an authorized contact has agreed to it.</summary>
    public bool ChangeNeedsAgreement => Policy.Severities.ChangeNeedsAgreement && Ruling == SeverityRuling.Claimed;

    /// <summary>Resolves a plan for a subscription.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="planId">The plan's id in it.</param>
    /// <param name="terms">What the subscription adds.</param>
    /// <returns>The terms, or everything that is wrong with what was given: fields <c>plan</c>, <c>time_zone</c>, <c>readings</c>, <c>calendar_overrides</c>, <c>holidays</c>.</returns>
    public static Validated<PlanTerms> Resolve(Policy policy, string planId, ServiceTerms terms)
    {
        var violations = ImmutableArray.CreateBuilder<Violation>();
        var plan = policy.FindPlan(planId);
        if (plan is null)
        {
            violations.Add(new("plan", $"'{planId}' is not a plan of policy '{policy.Id}'; use {string.Join(", ", policy.Plans.Select(known => known.Id))}"));
        }

        var options = ReadingChoice.Choose(policy, terms.Readings, violations);
        var calendars = CalendarChoice.Compile(policy, terms, violations);
        if (plan is null || violations.Count > 0)
        {
            return new Validated<PlanTerms>.Invalid(violations.ToImmutable());
        }

        var ruling = options.Select(option => option.Ruling).FirstOrDefault(choice => choice is not null) ?? policy.Severities.Ruling;
        var targets = plan.Targets.ToImmutableSortedDictionary(
            entry => entry.Key,
            entry => entry.Value.Select(target => ReadingChoice.Apply(options, plan.Id, entry.Key, target)).ToImmutableArray());
        violations.AddRange(DayCounting.Violations(plan, targets.Values, calendars));
        return violations.Count > 0 ? new Validated<PlanTerms>.Invalid(violations.ToImmutable()) : new Validated<PlanTerms>.Valid(new PlanTerms(policy, plan, terms, calendars, targets, ruling));
    }

    /// <summary>The compiled calendar with the id.</summary>
    /// <exception cref="KeyNotFoundException">The policy has no such calendar; a policy that passed validation names only its own.</exception>
    public CompiledCalendar Calendar(string id) => calendars[id];

    /// <summary>The target of a milestone at a level under the chosen readings, or null when nothing is promised.</summary>
    public Target? FindTarget(int level, MilestoneKind milestone) =>
        targets.TryGetValue(level, out var found)
            ? found.FirstOrDefault(target => target.Milestone == milestone && target.Commitment is not Commitment.None)
            : null;

    /// <summary>How the plan climbs its ladder at a level, or null.</summary>
    public Escalation? FindEscalation(int level) => Plan.Escalations.GetValueOrDefault(level);

    /// <summary>The warnings of a timing: its own, or the plan's.</summary>
    public ImmutableArray<Warning> WarningsOf(Timing timing) => timing.Warnings ?? Plan.Warnings;
}
