using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Soak.Watching;

namespace SlaPlatform.Soak.Verification;

/// <summary>Compares a stored ticket with what must be: every acknowledged fact once, and exactly the signals of the pure function of the facts and their record times.</summary>
internal static class Verdict
{
    /// <summary>What is wrong; empty when nothing is.</summary>
    /// <param name="ticket">The ticket as stored.</param>
    /// <param name="acknowledged">The request ids of its acknowledged facts.</param>
    /// <param name="seen">What a watcher saw of it, in order.</param>
    /// <param name="until">Everything due up to then must be raised.</param>
    public static IEnumerable<Finding> Of(StoredTicket ticket, IReadOnlyCollection<string> acknowledged, IReadOnlyList<string> seen, Instant until)
    {
        if (ticket.Facts.IsEmpty)
        {
            return [new Finding(ticket.Id, FindingKind.LostFact, "the ticket is not stored")];
        }

        var expected = Expected(ticket, until);
        return [.. FactFindings(ticket, acknowledged), .. SignalFindings(ticket, expected), .. WatchFindings(ticket, seen), .. IndexFindings(ticket)];
    }

    /// <summary>The signals that the facts and their record times cause, every wake on time.</summary>
    private static ImmutableArray<Signal> Expected(StoredTicket ticket, Instant until)
    {
        var told = ticket.Facts.Select(fact => new SimulatedFact(fact.Fact.Fact, fact.Fact.EffectiveTime, fact.Fact.RecordTime)).ToImmutableArray();
        var end = Instant.Max(until, ticket.Log.LastRecordTime!.Value);
        return [.. Simulation.Run(ticket.Id, ticket.Book, told[0], told.Skip(1), end).Log.Signals];
    }

    private static IEnumerable<Finding> FactFindings(StoredTicket ticket, IReadOnlyCollection<string> acknowledged)
    {
        var stored = ticket.Facts.Skip(1).GroupBy(told => told.Note.Actor).ToDictionary(group => group.Key, group => group.Count());
        var lost = acknowledged.Where(id => !stored.ContainsKey(id)).Select(id => new Finding(ticket.Id, FindingKind.LostFact, $"request {id}"));
        var doubled = stored.Where(entry => entry.Value > 1).Select(entry => new Finding(ticket.Id, FindingKind.DoubledFact, $"request {entry.Key}"));
        var unknown = stored.Keys.Except(acknowledged).Select(id => new Finding(ticket.Id, FindingKind.UnacknowledgedFact, $"request {id}"));
        return lost.Concat(doubled).Concat(unknown);
    }

    private static IEnumerable<Finding> SignalFindings(StoredTicket ticket, ImmutableArray<Signal> expected)
    {
        var raised = ticket.Signals.Select(Told).ToArray();
        var owed = expected.Select(Told).ToArray();
        foreach (var signal in ticket.Signals.GroupBy(signal => signal.Id).Where(group => group.Count() > 1))
        {
            yield return new Finding(ticket.Id, FindingKind.DoubledSignal, $"{signal.First().Kind} {signal.Key}");
        }

        foreach (var signal in owed.Except(raised))
        {
            yield return new Finding(ticket.Id, FindingKind.MissingSignal, $"{signal}");
        }

        foreach (var signal in raised.Except(owed))
        {
            yield return new Finding(ticket.Id, FindingKind.WrongSignal, $"{signal}");
        }

        if (!raised.SequenceEqual(owed) && raised.ToHashSet().SetEquals(owed))
        {
            yield return new Finding(ticket.Id, FindingKind.WrongSignal, "the signals stand in another order");
        }
    }

    private static IEnumerable<Finding> WatchFindings(StoredTicket ticket, IReadOnlyList<string> seen)
    {
        string[] stored = [.. ticket.Entries.Select(Witness.NameOf)];
        foreach (var missed in stored.Except(seen))
        {
            yield return new Finding(ticket.Id, FindingKind.NotWatched, missed);
        }

        if (!stored.SequenceEqual(seen) && !stored.Except(seen).Any())
        {
            yield return new Finding(ticket.Id, FindingKind.NotWatched, "a watcher saw more, or another order, than the journal has");
        }
    }

    private static IEnumerable<Finding> IndexFindings(StoredTicket ticket)
    {
        var wake = TicketClock.NextWake(ticket.Log, ticket.Book);
        return wake == ticket.IndexedWake ? [] : [new Finding(ticket.Id, FindingKind.WrongIndex, $"wakes at {ticket.IndexedWake}, must at {wake}")];
    }

    private static object Told(Signal signal) => (signal.Id, signal.Kind, signal.Key, signal.DueTime, signal.Role, signal.Retracts, signal.Cause);
}
