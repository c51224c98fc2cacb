using NodaTime;
using SlaPlatform.BusinessTime;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Engine.Routing;

/// <summary>Decides who takes a ticket.</summary>
public static class TicketRouting
{
    /// <summary>The queue where no rule of the policy says otherwise.</summary>
    public const string DefaultQueue = "support";

    /// <summary>The first rule that is for the plan, channel and line, and whose hours are on or that says who takes it outside them.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="plan">The account's plan.</param>
    /// <param name="terms">What the subscription adds.</param>
    /// <param name="people">The people assigned to the account.</param>
    /// <param name="channel">How the request came.</param>
    /// <param name="line">The support line that works on it.</param>
    /// <param name="at">When.</param>
    public static Route Of(Policy policy, Plan plan, ServiceTerms terms, IReadOnlyCollection<Assignment> people, string channel, string line, Instant at)
    {
        var route = QueueOf(policy, plan, terms, people, channel, line, at);
        return RoutingRules.PrioritiesOf(policy).FirstOrDefault(rule => plan.Has(rule.Feature) && (rule.Line is null || rule.Line == line)) is { } priority
            ? route with { Prioritized = true, Explanation = $"{route.Explanation} It comes first: {priority.Id} ({priority.Source})." }
            : route;
    }

    private static Route QueueOf(Policy policy, Plan plan, ServiceTerms terms, IReadOnlyCollection<Assignment> people, string channel, string line, Instant at)
    {
        var rules = RoutingRules.Of(policy).Where(rule =>
            (rule.Role is null || plan.Has(rule.Role)) && (rule.Channel is null || rule.Channel == channel) && (rule.Line is null || rule.Line == line));
        foreach (var rule in rules)
        {
            var person = people.FirstOrDefault(assigned => assigned.Role == rule.Role);
            var (isOn, hours) = rule switch
            {
                { CalendarId: { } calendar } => (IsOpen(policy, terms, calendar, at), $"calendar {calendar}"),
                _ when person is { CalendarId: { } calendar } => (IsOpen(policy, terms with { TimeZone = person.TimeZone }, calendar, at), $"{person.Person}'s hours, calendar {calendar} in {person.TimeZone}"),
                _ => (true, "no hours"),
            };
            if (isOn)
            {
                return new Route(rule.Queue, person?.Person, $"{rule.Id} ({rule.Source}): {hours} {(hours == "no hours" ? "are stated" : "are on")}.");
            }

            if (rule.Otherwise is { } otherwise)
            {
                return new Route(otherwise, Person: null, $"{rule.Id} ({rule.Source}): {hours} are off.");
            }
        }

        return new Route(DefaultQueue, Person: null, $"No rule of policy {policy.Id} says who takes tickets of plan {plan.Id} that come by {channel} and are with {line}.");
    }

    private static bool IsOpen(Policy policy, ServiceTerms terms, string calendar, Instant at)
    {
        var definition = terms.CalendarOverrides.GetValueOrDefault(calendar, policy.Calendars[calendar].Definition);
        var hours = definition.ZoneId == BusinessCalendar.AccountZone ? definition.Compile(DateTimeZoneProviders.Tzdb[terms.TimeZone]) : definition.Compile();
        return hours.IsOpen(at);
    }
}
