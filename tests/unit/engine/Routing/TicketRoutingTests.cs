using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Engine.Routing;
using SlaPlatform.Engine.Tests.Policies;

namespace SlaPlatform.Engine.Tests.Routing;

public sealed class TicketRoutingTests
{
    private static readonly Assignment Eve = new("engineer", "Eve", "Europe/Brussels", "office");

    [Theory]
    [InlineData("2026-06-01 09:00", "engineers", "Eve")]
    [InlineData("2026-06-01 08:59", "on-call", null)]
    [InlineData("2026-06-06 10:00", "on-call", null)]
    public void Of_RuleWithAPerson_FollowsThePersonsHours(string local, string queue, string? person)
    {
        var route = Route(Policy(("engineers", "on-call", "engineer", "portal", null)), "portal", Times.At(local, "Europe/Brussels"), Eve);

        Assert.Equal((queue, person), (route.Queue, route.Person));
        Assert.Contains("Eve's hours", route.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NobodyAssigned_IsTheQueueAtAnyTime() =>
        Assert.Equal(("engineers", null), Of(Route(Policy(("engineers", "on-call", "engineer", null, null)), "portal", Times.At("2026-06-06 10:00"))));

    [Theory]
    [InlineData("phone", "support")]
    [InlineData("portal", "engineers")]
    public void Of_OtherChannel_TakesTheNextRule(string channel, string queue) =>
        Assert.Equal(queue, Route(Policy(("engineers", null, "engineer", "portal", null)), channel, Times.At("2026-06-01 10:00"), Eve).Queue);

    [Fact]
    public void Of_PlanWithoutTheRole_TakesTheNextRule() =>
        Assert.Equal("desk", Route(Policy(("sponsors", null, "sponsor", null, null), ("desk", null, null, null, null)), "portal", Times.At("2026-06-01 10:00")).Queue);

    [Theory]
    [InlineData("2026-06-01 10:00", "third")]
    [InlineData("2026-06-01 17:00", "desk")]
    public void Of_RuleWithHours_IsForThoseAlone(string at, string queue) =>
        Assert.Equal(queue, Route(Policy(("third", null, null, null, "office"), ("desk", null, null, null, null)), "portal", Times.At(at)).Queue);

    [Theory]
    [InlineData("third_line", "third")]
    [InlineData("first_line", "desk")]
    public void Of_RuleOfALine_IsForItsTicketsAlone(string line, string queue)
    {
        var policy = Policy(("third", null, null, null, null), ("desk", null, null, null, null));
        policy = policy with { Provisions = policy.Provisions.SetItem(0, policy.Provisions[0] with { Values = policy.Provisions[0].Values.Add("line", "third_line") }) };

        Assert.Equal(queue, TicketRouting.Of(policy, policy.Plans[0], new ServiceTerms { TimeZone = "UTC" }, [], "portal", line, Times.At("2026-06-01 10:00")).Queue);
    }

    [Fact]
    public void Of_NoRule_IsTheDefaultQueueAndSaysSo()
    {
        var route = Route(Policy(), "portal", Times.At("2026-06-01 10:00"));

        Assert.Equal(("support", null), Of(route));
        Assert.Contains("No rule", route.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("role", "teleport")]
    [InlineData("hours", "moonlight")]
    [InlineData("line", "ninth_line")]
    public void Read_ValueThatThePolicyDoesNotKnow_NamesIt(string name, string value)
    {
        var rule = new Provision("rule", LocalizedText.Of("Rule."), ImmutableSortedDictionary<string, string>.Empty.Add("queue", "q").Add(name, value), "1");

        Assert.Equal(name, Assert.Single(RoutingRules.Read(rule, id => id == "engineer", id => id == "office").Violations).Field);
    }

    [Theory]
    [InlineData("Europe/Brussels", "Paris")]
    [InlineData("America/New_York", "Denver")]
    [InlineData("Pacific/Auckland", "Honolulu")]
    public void Nearest_EachZone_IsWhoWorksNearestToItsDay(string zone, string person)
    {
        Assignment[] candidates = [new("engineer", "Denver", "America/Denver", null), new("engineer", "Honolulu", "Pacific/Honolulu", null), new("engineer", "Paris", "Europe/Paris", null)];

        Assert.Equal(person, Assignment.Nearest(candidates, zone, Times.At("2026-06-01 10:00")).Person);
    }

    [Fact]
    public void RolesOf_Policy_AreThoseOfThePlan()
    {
        var policy = Policy() with { Provisions = [new Provision("people", LocalizedText.Of("People."), ImmutableSortedDictionary<string, string>.Empty.Add("roles", "engineer sponsor"), "1")] };

        Assert.Equal(["engineer"], RoutingRules.RolesOf(policy, policy.Plans[0]));
    }

    [Theory]
    [InlineData("engineer", null, "first_line", true)]
    [InlineData("engineer", "development", "development", true)]
    [InlineData("engineer", "development", "first_line", false)]
    [InlineData("sponsor", null, "first_line", false)]
    public void Of_PlanWithPriority_ComesFirstOnItsLine(string feature, string? line, string at, bool first)
    {
        var policy = Policy() with { Provisions = [Priority(("priority", "first"), ("feature", feature), ("line", line))] };

        var route = TicketRouting.Of(policy, policy.Plans[0], new ServiceTerms { TimeZone = "UTC" }, [], "portal", at, Times.At("2026-06-01 10:00"));

        Assert.Equal(first, route.Prioritized);
    }

    [Theory]
    [InlineData("second", "engineer", null, "priority")]
    [InlineData("first", "teleport", null, "feature")]
    [InlineData("first", null, null, "feature")]
    [InlineData("first", "engineer", "ninth", "line")]
    public void ReadPriority_ValueThatIsMissingOrUnknown_NamesIt(string priority, string? feature, string? line, string name) =>
        Assert.Equal(name, Assert.Single(RoutingRules.ReadPriority(Priority(("priority", priority), ("feature", feature), ("line", line)), id => id == "engineer").Violations).Field);

    private static Provision Priority(params (string Name, string? Value)[] values) => new(
        "first", LocalizedText.Of("First."), values.Where(value => value.Value is not null).ToImmutableSortedDictionary(value => value.Name, value => value.Value!), "1");

    private static (string Queue, string? Person) Of(Route route) => (route.Queue, route.Person);

    private static Route Route(Policy policy, string channel, Instant at, params Assignment[] people) =>
        TicketRouting.Of(policy, policy.Plans[0], new ServiceTerms { TimeZone = "UTC" }, people, channel, SupportLines.First, at);

    private static Policy Policy(params (string Queue, string? Otherwise, string? Role, string? Channel, string? Hours)[] rules)
    {
        var policy = new PolicyBuilder().Calendar("office", BusinessTime.BusinessCalendar.AccountZone, "mon-fri 09:00-17:00").Build();
        return policy with
        {
            Features = [new Feature("engineer", LocalizedText.Of("Engineer"), "1"), new Feature("sponsor", LocalizedText.Of("Sponsor"), "1")],
            Plans = [policy.Plans[0] with { Features = policy.Plans[0].Features.SetItem("engineer", new FeatureValue.Flag(Included: true)) }],
            Provisions = [.. rules.Select((rule, number) => new Provision($"rule-{number}", LocalizedText.Of("Rule."), Values(rule), "1"))],
        };
    }

    private static ImmutableSortedDictionary<string, string> Values((string Queue, string? Otherwise, string? Role, string? Channel, string? Hours) rule) =>
        new[] { ("queue", rule.Queue), ("otherwise", rule.Otherwise), ("role", rule.Role), ("channel", rule.Channel), ("hours", rule.Hours) }
            .Where(value => value.Item2 is not null).ToImmutableSortedDictionary(value => value.Item1, value => value.Item2!);
}
