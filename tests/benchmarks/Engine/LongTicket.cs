using NodaTime;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Benchmarks.Engine;

/// <summary>A ticket of a shipped plan that was answered, replied to and waited for every twenty minutes until it had a number of facts.</summary>
internal sealed class LongTicket
{
    private static readonly Instant Received = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Duration Step = Duration.FromMinutes(20);
    private static readonly Fact[] Cycle =
    [
        new Fact.AgentResponded(), new Fact.CustomerReplied(), new Fact.AgentResponded(), new Fact.WaitingOnCustomer("logs"), new Fact.CustomerReplied(),
        new Fact.Paused("maintenance"), new Fact.Resumed(),
    ];

    private LongTicket(TicketLog log, PlanBook book, Instant now) => (Log, Book, Now) = (log, book, now);

    public TicketLog Log { get; }

    public PlanBook Book { get; }

    /// <summary>When its next fact comes.</summary>
    public Instant Now { get; }

    /// <summary>The next fact.</summary>
    public NewFact Next => new(Cycle[(Log.FactCount - 1) % Cycle.Length], null);

    public static LongTicket Of(int facts)
    {
        var book = Terms.BookOf("xtm", "gold");
        var opening = new Fact.Opened { Plan = book.Terms.Keys.Single(), ClaimedLevel = 2, VerifiedLevel = 2, Production = true };
        var ticket = new LongTicket(Accepted(TicketClock.Open("t-1", book, opening, Received, Received)).Log, book, Received + Step);
        while (ticket.Log.FactCount < facts)
        {
            ticket = ticket.Told();
        }

        return ticket;
    }

    /// <summary>The same ticket as a checkpoint and the facts since.</summary>
    /// <param name="facts">How many facts it has.</param>
    /// <param name="since">How many of them came after the checkpoint.</param>
    public static LongTicket FromCheckpoint(int facts, int since)
    {
        var ticket = Of(facts - since);
        var checkpoint = TicketClock.Checkpoint(ticket.Log, ticket.Book) ?? throw new InvalidOperationException("No checkpoint can be taken here.");
        ticket = new LongTicket(TicketLog.From(ticket.Log.TicketId, checkpoint), ticket.Book, ticket.Now);
        while (ticket.Log.FactCount < facts)
        {
            ticket = ticket.Told();
        }

        return ticket;
    }

    /// <summary>The ticket with its next fact.</summary>
    public LongTicket Told()
    {
        var turn = Accepted(TicketClock.Record(Log, Book, [Next], Now));
        return turn.Facts.Length == 1 ? new LongTicket(turn.Log, Book, Now + Step) : throw new InvalidOperationException("The fact was not taken.");
    }

    private static Turn Accepted(Decision decision) => decision is Decision.Accepted { Turn: var turn }
        ? turn
        : throw new InvalidOperationException(string.Join(" ", ((Decision.Refused)decision).Refusals.Select(refusal => refusal.Description)));
}
