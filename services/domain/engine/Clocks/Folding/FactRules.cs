namespace SlaPlatform.Engine.Clocks.Folding;

/// <summary>Which fact is legal in which state. A fact is judged at its effective time, not against the latest state.</summary>
internal static class FactRules
{
    public static Refusal? Refuse(TimelineBuilder state, Fact fact, PlanBook book) =>
        RefuseByPhase(state.Phase, fact) ?? RefuseByState(state, fact, book);

    private static Refusal? RefuseByPhase(Phase phase, Fact fact) => (phase, fact) switch
    {
        (_, Fact.Opened) => Illegal(fact, "the ticket is opened already; record later events instead"),
        (Phase.Merged, _) => Illegal(fact, "the ticket was merged; record it on the ticket it was merged into"),
        (Phase.Closed, Fact.Reopened) => null,
        (Phase.Closed, _) => Illegal(fact, "the ticket was closed at that time; record reopened first"),
        (Phase.Resolved, Fact.Resolved) => Illegal(fact, "the ticket was resolved already at that time; record reopened first"),
        (Phase.Resolved, Fact.Reopened or Fact.Closed or Fact.Merged or Fact.CustomerReplied or Fact.AgentResponded or Fact.Confirmed) => null,
        (Phase.Resolved, _) => Illegal(fact, "the ticket was resolved at that time; record reopened first"),
        (Phase.Open, Fact.Reopened) => Illegal(fact, "the ticket was neither resolved nor closed at that time"),
        _ => null,
    };

    private static Refusal? RefuseByState(TimelineBuilder state, Fact fact, PlanBook book) => fact switch
    {
        Fact.Resumed when state.Hold.IsNone => Illegal(fact, "nothing was paused and nobody was waiting at that time"),
        Fact.HandedOver handed when !SupportLines.All.Contains(handed.Line) =>
            Invalid("handed_over.line", $"'{handed.Line}' is not a line of support; use {string.Join(", ", SupportLines.All)}"),
        Fact.HandedOver handed when handed.Line == state.Line => Illegal(fact, $"the ticket was with {handed.Line} already at that time"),
        Fact.SeverityChanged changed => RefuseSeverity(state, changed),
        Fact.PlanChanged changed when !book.Has(changed.Plan) =>
            Invalid("plan_changed.plan", $"plan '{changed.Plan.Plan}' is not known; name a plan of a published policy revision"),
        Fact.PlanChanged changed when RefuseLevel(book[changed.Plan], state.RulingLevel, "plan_changed.plan") is { } refusal => refusal,
        Fact.Excluded excluded when state.Plan.Policy.FindExclusion(excluded.Clause) is null =>
            Invalid("excluded.clause", $"'{excluded.Clause}' is not an exclusion clause of policy '{state.Plan.Policy.Id}'; {Clauses(state)}"),
        Fact.Excluded excluded when state.Exclusions.Contains(excluded.Clause) => Illegal(fact, $"clause '{excluded.Clause}' excluded the ticket already at that time"),
        Fact.ExclusionLifted lifted when !state.Exclusions.Contains(lifted.Clause) => Illegal(fact, $"clause '{lifted.Clause}' did not exclude the ticket at that time"),
        _ => null,
    };

    private static Refusal? RefuseSeverity(TimelineBuilder state, Fact.SeverityChanged changed)
    {
        if (changed.ClaimedLevel is null && changed.VerifiedLevel is null)
        {
            return Invalid("severity_changed", "it sets no level; give claimed_level or verified_level");
        }

        if (changed.AgreedBy is not null && changed.VerifiedLevel is null)
        {
            return Invalid("severity_changed.agreed_by_contact", "an agreement is to a vendor's level; give verified_level as well");
        }

        return RefuseLevel(state.Plan, changed.ClaimedLevel, "severity_changed.claimed_level")
            ?? RefuseLevel(state.Plan, changed.VerifiedLevel, "severity_changed.verified_level");
    }

    /// <summary>Why a level is not one of the plan's policy, or null.</summary>
    public static Refusal? RefuseLevel(Policies.PlanTerms plan, int? level, string field)
    {
        var levels = plan.Policy.Severities.Levels;
        return level is not { } number || plan.Policy.Severities.Find(number) is not null
            ? null
            : Invalid(field, $"{number} is not a severity level of policy '{plan.Policy.Id}'; use 1 to {levels.Length} ({levels[0].Label} to {levels[^1].Label})");
    }

    private static string Clauses(TimelineBuilder state)
    {
        var exclusions = state.Plan.Policy.Exclusions;
        return exclusions.IsEmpty ? "it has none" : "use " + string.Join(", ", exclusions.Select(exclusion => exclusion.Clause));
    }

    private static Refusal Illegal(Fact fact, string why) => new(RefusalKind.IllegalNow, fact.Name, $"{fact.Name} cannot be recorded: {why}.");

    private static Refusal Invalid(string field, string why) => new(RefusalKind.InvalidValue, field, $"{why}.");
}
