using BenchmarkDotNet.Attributes;
using NodaTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Policies;

namespace SlaPlatform.Benchmarks.Engine;

/// <summary>What the clock of a ticket computes in a turn, from all its facts.</summary>
public class EngineBenchmarks
{
    public const string Few = "10 facts";
    public const string Many = "1,000 facts";
    public const string FromCheckpoint = "1,000 from a checkpoint";

    private LongTicket ticket = null!;

    [Params(Few, Many, FromCheckpoint)]
    public string Ticket { get; set; } = "";

    /// <summary>Prepares the ticket, and checks that one from a checkpoint stands as the whole one does.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        ticket = Ticket switch
        {
            Few => LongTicket.Of(10),
            Many => LongTicket.Of(1000),
            _ => LongTicket.FromCheckpoint(1000, 10),
        };
        var whole = Ticket == Few ? ticket : LongTicket.Of(1000);
        if (Record() != whole.Log.FactCount + 1 || Wake(ticket) != Wake(whole) || !Standing(ticket).SequenceEqual(Standing(whole)))
        {
            throw new InvalidOperationException("The ticket is not what is to be measured.");
        }
    }

    /// <summary>Folds the facts and works out every milestone.</summary>
    [Benchmark]
    public int View() => TicketClock.View(ticket.Log, ticket.Book, ticket.Now).Milestones.Length;

    /// <summary>Takes one more fact: judged, folded, with what it raises and the next wake.</summary>
    [Benchmark]
    public int Record() => ((Decision.Accepted)TicketClock.Record(ticket.Log, ticket.Book, [ticket.Next], ticket.Now)).Turn.Log.FactCount;

    /// <summary>Raises what is owed, as a wake does.</summary>
    [Benchmark]
    public int Advance() => TicketClock.Advance(ticket.Log, ticket.Book, ticket.Now).Log.FactCount;

    private static Instant? Wake(LongTicket ticket) => TicketClock.Advance(ticket.Log, ticket.Book, ticket.Now).NextWake;

    private static IEnumerable<(MilestoneKind, MilestoneState, Instant?)> Standing(LongTicket ticket) =>
        TicketClock.View(ticket.Log, ticket.Book, ticket.Now).Current.Select(milestone => (milestone.Id.Kind, milestone.State, milestone.DueTime));
}
