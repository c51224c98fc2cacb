using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Engine.Availability;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Currencies;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Portfolios;
using SlaPlatform.Rpc.Requests;
using Fact = SlaPlatform.Engine.Clocks.Fact;
using MilestoneKind = SlaPlatform.Engine.Policies.MilestoneKind;
using MilestoneState = SlaPlatform.Engine.Clocks.MilestoneState;

namespace SlaPlatform.Clocks.Simulation.Portfolios;

/// <summary>Runs tickets under one scenario and adds up what becomes of them.</summary>
internal sealed class ScenarioRun(ScenarioReader scenario, DateTimeZone zone)
{
    private readonly AttainmentTally _tally = new(scenario.Label);
    private readonly Dictionary<string, List<Interval>> _down = new(StringComparer.Ordinal);
    private readonly List<ReplayRefusal> _refusals = [];
    private FeatureValue.Availability? _promise;

    public string Label => scenario.Label;

    public IReadOnlyList<ReplayRefusal> Refusals => _refusals;

    /// <summary>The sums, by level, then milestone.</summary>
    public IEnumerable<Attainment> Attainments => _tally.Attainments;

    /// <summary>Finds out before the work begins whether there are such terms for a ticket that opens at a time.</summary>
    public Task CheckAsync(RequestChecks checks, PlanFinder finder, Instant opened) => scenario.ResolveAsync(checks, finder, opened);

    /// <summary>Runs a ticket; gives the verdicts, or null when the scenario does not take it.</summary>
    public async Task<ImmutableSortedDictionary<MilestoneKind, MilestoneState>?> RunAsync(
        PlanFinder finder, PastTicket ticket, RequestChecks found, Instant until, CancellationToken cancellation)
    {
        var checks = new RequestChecks();
        var terms = await scenario.ResolveAsync(checks, finder, ticket.Story.Opened);
        if (terms is null)
        {
            // A plan that is not there is not the ticket's fault.
            checks.ThrowIfAny();
        }

        if (Live(checks, ticket.Story, terms!, found.IsSound, until, cancellation) is not { } life)
        {
            var messages = found.Violations.Concat(checks.Violations).Select(violation => $"{violation.Field}: {violation.Description}").Distinct();
            _refusals.Add(new ReplayRefusal { Ticket = ticket.Name, Scenario = Label, Messages = { messages } });
            return null;
        }

        _promise = terms!.Terms.Policy.FindPlan(terms.Reference.Plan) is { } plan ? AvailabilityGuarantees.Of(plan) ?? _promise : _promise;
        var view = TicketClock.View(life.Log, life.Book, until);
        _tally.Add(view.Milestones);
        Down(ticket.Product).AddRange(TicketClock.SeverityPeriods(life.Log, life.Book, until)
            .Where(period => period.IsDowntime).Select(period => new Interval(period.Start, period.End ?? Instant.Max(until, period.Start))));
        return Verdicts.Of(view.Milestones);
    }

    /// <summary>The credits of the months that are over, of each product apart; null when the plan guarantees no availability.</summary>
    public decimal? Credits(Instant until, decimal monthlyFee, Currency currency) =>
        _promise is { } promise ? _down.Values.Sum(down => PastCredits.Sum(down, until, promise, zone, monthlyFee, currency)) : null;

    private static (TicketLog Log, PlanBook Book)? Live(
        RequestChecks checks, Story story, ScenarioTerms terms, bool isSound, Instant until, CancellationToken cancellation)
    {
        UntilTime.Check(checks, "until_time", until, story);
        if (!isSound || !checks.IsSound)
        {
            return null;
        }

        try
        {
            return Simulator.Live(checks, "", Known(story, terms), terms, until, cancellation);
        }
        catch (CalendarHorizonException e)
        {
            // One ticket whose answers lie too far away says nothing of the others.
            checks.Add(Contracts.Vocabulary.V1.ErrorReason.HorizonExceeded, "until_time", e.Message);
            return null;
        }
    }

    // A clause of the ticket's own policy means nothing under another.
    private static Story Known(Story story, ScenarioTerms terms) => story.Without(fact => fact switch
    {
        Fact.Excluded excluded => terms.Terms.Policy.FindExclusion(excluded.Clause) is null,
        Fact.ExclusionLifted lifted => terms.Terms.Policy.FindExclusion(lifted.Clause) is null,
        _ => false,
    });

    private List<Interval> Down(string product) => _down.TryGetValue(product, out var down) ? down : _down[product] = [];
}
