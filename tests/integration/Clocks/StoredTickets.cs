using NodaTime;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;
using SlaPlatform.Integration.Tests.Support;
using SlaPlatform.PolicyDocuments;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>Tickets under a shipped policy, as the clock holds them.</summary>
internal static class StoredTickets
{
    /// <summary>A ticket told many things: answered, paused, handed over, excluded and moved to another level.</summary>
    public static (TicketRecord Record, PlanBook Book) Long()
    {
        var parsed = PolicyDocument.Parse(File.ReadAllText(Repository.PathOf("services/catalog/policies/xtm.yaml")));
        var plan = new PlanReference(parsed.ContentHash!, "gold", new ServiceTerms { TimeZone = "Europe/Warsaw" });
        var book = PlanBook.Of(plan, PlanTerms.Resolve(parsed.Policy!, plan.Plan, plan.Terms).OrThrow());
        var now = Instant.FromUtc(2026, 6, 1, 8, 0);
        var log = Accepted(TicketClock.Open("t-1", book, new Fact.Opened { Plan = plan, ClaimedLevel = 2, Production = true }, now, now));
        Fact[] story =
        [
            new Fact.AgentResponded(), new Fact.CustomerReplied(), new Fact.Paused("third_party"), new Fact.Resumed(), new Fact.HandedOver("development"),
            new Fact.AgentResponded(), new Fact.SeverityChanged { VerifiedLevel = 1, Reason = "worse", Actor = "agent" }, new Fact.Confirmed("vendor"),
            new Fact.WorkaroundProvided(), new Fact.CustomerReplied(), new Fact.AgentResponded(), new Fact.WaitingOnCustomer("logs"), new Fact.CustomerReplied(),
        ];
        foreach (var fact in story)
        {
            now += Duration.FromMinutes(95);
            log = Accepted(TicketClock.Record(log, book, [new NewFact(fact, null)], now));
        }

        return (new TicketRecord(log, log.Facts.Count + log.Signals.Count, new Intake { Account = "accounts/a", Channel = "portal" }, 0), book);
    }

    private static TicketLog Accepted(Decision decision) => ((Decision.Accepted)decision).Turn.Log;
}
