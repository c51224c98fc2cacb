using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Engine.Availability;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Currencies;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Portfolios;
using SlaPlatform.Rpc.Mapping;
using SlaPlatform.Rpc.Requests;
using Fact = SlaPlatform.Engine.Clocks.Fact;
using MilestoneKind = SlaPlatform.Engine.Policies.MilestoneKind;
using MilestoneState = SlaPlatform.Engine.Clocks.MilestoneState;

namespace SlaPlatform.Clocks.Simulation.Portfolios;

/// <summary>Runs tickets under one scenario and adds up what becomes of them.</summary>
internal sealed class ScenarioRun(ScenarioReader scenario, DateTimeZone zone)
{
    private const int GravestLevel = 1;

    private readonly SortedDictionary<(int Level, MilestoneKind Kind), AttainmentCounts> _counts = [];
    private readonly Dictionary<string, List<Interval>> _down = new(StringComparer.Ordinal);
    private readonly List<ReplayRefusal> _refusals = [];
    private FeatureValue.Availability? _promise;

    public string Label => scenario.Label;

    public IReadOnlyList<ReplayRefusal> Refusals => _refusals;

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

        var lived = found.IsSound && until >= ticket.Story.Opened
            ? Simulator.Live(checks, "", Known(ticket.Story, terms!), terms!, until, cancellation)
            : null;
        if (lived is not { } life)
        {
            var messages = found.Violations.Concat(checks.Violations).Select(violation => $"{violation.Field}: {violation.Description}").Distinct().ToList();
            _refusals.Add(new ReplayRefusal { Ticket = ticket.Name, Scenario = Label, Messages = { messages.Count > 0 ? messages : [$"open_time: It is after {until}, until which the clocks run."] } });
            return null;
        }

        _promise = terms!.Terms.Policy.FindPlan(terms.Reference.Plan) is { } plan ? AvailabilityGuarantees.Of(plan) ?? _promise : _promise;
        var view = TicketClock.View(life.Log, life.Book, until);
        foreach (var milestone in view.Milestones)
        {
            var key = (milestone.Level, milestone.Id.Kind);
            _counts[key] = _counts.GetValueOrDefault(key, new AttainmentCounts()).With(milestone.State);
        }

        Down(ticket.Product).AddRange(TicketClock.SeverityPeriods(life.Log, life.Book, until)
            .Where(period => period.IsOpen && period.RulingLevel == GravestLevel).Select(period => new Interval(period.Start, period.End ?? Instant.Max(until, period.Start))));
        return Verdicts.Of(view.Milestones);
    }

    /// <summary>The sums, by level, then milestone.</summary>
    public IEnumerable<Attainment> Attainments => _counts.Select(pair => new Attainment
    {
        Scenario = Label,
        Level = pair.Key.Level,
        Milestone = pair.Key.Kind.ToProto(),
        Met = pair.Value.Met,
        MetLate = pair.Value.MetLate,
        Breached = pair.Value.Breached,
        Open = pair.Value.Open,
        Paused = pair.Value.Paused,
        Exempt = pair.Value.Exempt,
        Untimed = pair.Value.Untimed,
        Cancelled = pair.Value.Cancelled,
        AttainedPercent = pair.Value.Percent?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) ?? "",
    });

    /// <summary>The credits, of each product apart; null when the plan guarantees no availability.</summary>
    public decimal? Credits(decimal monthlyFee, Currency currency) =>
        _promise is { } promise ? _down.Values.Sum(down => PastCredits.Sum(down, promise, zone, monthlyFee, currency)) : null;

    // A clause of the ticket's own policy means nothing under another.
    private static Story Known(Story story, ScenarioTerms terms) => story with
    {
        Facts = [.. story.Facts.Where(fact => fact.Fact switch
        {
            Fact.Excluded excluded => terms.Terms.Policy.FindExclusion(excluded.Clause) is not null,
            Fact.ExclusionLifted lifted => terms.Terms.Policy.FindExclusion(lifted.Clause) is not null,
            _ => true,
        })],
    };

    private List<Interval> Down(string product) => _down.TryGetValue(product, out var down) ? down : _down[product] = [];
}
