using BenchmarkDotNet.Attributes;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Benchmarks.Engine;

/// <summary>What the clock of a ticket computes in a turn, from all its facts.</summary>
public class EngineBenchmarks
{
    private LongTicket ticket = null!;

    [Params(10, 1000)]
    public int Facts { get; set; }

    /// <summary>Prepares the ticket, and checks that a view shows what it was told.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        ticket = LongTicket.Of(Facts);
        if (ticket.Log.Facts.Count != Facts || View() == 0 || Record() != Facts + 1)
        {
            throw new InvalidOperationException("The ticket is not what is to be measured.");
        }
    }

    /// <summary>Folds the facts and works out every milestone.</summary>
    [Benchmark]
    public int View() => TicketClock.View(ticket.Log, ticket.Book, ticket.Now).Milestones.Length;

    /// <summary>Takes one more fact: judged, folded, with what it raises and the next wake.</summary>
    [Benchmark]
    public int Record() => ((Decision.Accepted)TicketClock.Record(ticket.Log, ticket.Book, [ticket.Next], ticket.Now)).Turn.Log.Facts.Count;

    /// <summary>Raises what is owed, as a wake does.</summary>
    [Benchmark]
    public int Advance() => TicketClock.Advance(ticket.Log, ticket.Book, ticket.Now).Log.Facts.Count;
}
