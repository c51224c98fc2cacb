using System.Collections.Immutable;
using NodaTime;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Engine.Tests.Clocks.Harness;
using SlaPlatform.VirtualTime.Store;

namespace SlaPlatform.VirtualTime.Lives;

/// <summary>What must hold when nothing moves: the journals, the indexes, the outbox and the watchers tell one story, that of the pure function.</summary>
internal static class AtRest
{
    public static void Check(World world)
    {
        world.Client.Failure?.Throw();
        foreach (var watcher in world.Watchers)
        {
            watcher.Failure?.Throw();
        }

        TicketRecord[] records = [.. world.Tickets.Select(ticket => RecordOf(world.Redis.Keys, ticket)).Where(record => !record.IsEmpty)];
        CheckRequests(world, records);
        foreach (var record in records)
        {
            CheckSignals(world, record);
            CheckLateness(EntriesOf(world.Redis.Keys, record.Id));
            CheckIndexes(world, record);
            CheckOutbox(world, record);
            KeysAtRest.Check(world, record, EntriesOf(world.Redis.Keys, record.Id));
        }

        var wakes = world.Tickets.Select(Shards.Of).Distinct().SelectMany(shard => world.Redis.Keys.Sorted(JournalKeys.Due(shard)!).All);
        Assert.Empty(wakes.Select(entry => entry.Member).Except(records.Select(record => record.Id)));
        foreach (var watcher in world.Watchers)
        {
            watcher.Events.Check(world.Redis.Events.All);
        }
    }

    private static TicketRecord RecordOf(Keyspace keys, string ticket) =>
        TicketRecord.Of(ticket, EntriesOf(keys, ticket));

    private static JournalEntry[] EntriesOf(Keyspace keys, string ticket) =>
        [.. keys.List(JournalKeys.Journal(ticket)!).Select(stored => EntryCodec.Read(Bytes.From(stored)))];

    /// <summary>What was acknowledged is there; whatever is there was asked for, and is there once.</summary>
    private static void CheckRequests(World world, TicketRecord[] records)
    {
        string[] told = [.. records.SelectMany(record => EntriesOf(world.Redis.Keys, record.Id).OfType<JournalEntry.Told>()).Select(entry => entry.Note.Actor)];
        Assert.Equal(told.Distinct(), told);
        Assert.Empty(told.Except(world.Client.Asked));
        Assert.Empty(world.Client.Acknowledged.Except(told));
    }

    private static void CheckSignals(World world, TicketRecord record)
    {
        var turns = record.Log.Facts.Select(fact => ImmutableArray.Create(fact));
        var pure = PureFunction.Of(world.Book, record.Id, turns, world.Now);
        Assert.Equal(pure.Signals.Select(Said), record.Log.Signals.Select(Said));
        var (expected, actual) = (TicketClock.View(pure, world.Book, world.Now), TicketClock.View(record.Log, world.Book, world.Now));
        Assert.Equal(expected.Milestones, actual.Milestones);
        Assert.Equal(expected.State, actual.State);
        RecordChecker.Check(record.Log, actual);
    }

    /// <summary>
    /// Lateness counts from the due time or, when that is later, from the last fact that was recorded before the signal: what an earlier fact makes owed is raised with that one.
    /// It depends on when silos looked, so the pure function cannot say it.
    /// </summary>
    private static void CheckLateness(JournalEntry[] entries)
    {
        var learnt = Instant.MinValue;
        foreach (var entry in entries)
        {
            if (entry is JournalEntry.Told told)
            {
                learnt = told.Fact.RecordTime;
            }
            else if (entry is JournalEntry.Raised { Signal: { Retracts: null } signal })
            {
                Assert.Equal(signal.RaisedTime - Instant.Max(signal.DueTime, learnt), signal.Lateness);
            }
        }
    }

    private static void CheckIndexes(World world, TicketRecord record)
    {
        var (keys, shard) = (world.Redis.Keys, Shards.Of(record.Id));
        var ended = TicketClock.View(record.Log, world.Book, world.Now).State is TicketState.Closed or TicketState.Merged;
        Assert.Equal(TicketClock.NextWake(record.Log, world.Book)?.ToUnixTimeMilliseconds(), (long?)keys.Sorted(JournalKeys.Due(shard)!).Score(record.Id));
        Assert.Equal(!ended, keys.Sorted(JournalKeys.Open(shard)!).Score(record.Id) is not null);
        Assert.Equal(ended, keys.Sorted(JournalKeys.Ended(shard)!).Score(record.Id) is not null);
        var summary = DigestCodec.Read(Bytes.From(keys.Hash(JournalKeys.Summary(shard)!)[record.Id]));
        Assert.Equal(record.Log.Facts.Count, summary.FactCount);
        Assert.Equal(ended, summary.Ended);
    }

    /// <summary>Watchers are told of every record of the journal once, in its order.</summary>
    private static void CheckOutbox(World world, TicketRecord record)
    {
        var events = world.Redis.Events.All.Where(written => written.Shard == Shards.Of(record.Id)).ToArray();
        Assert.Equal(Enumerable.Range(1, events.Length).Select(number => (long)number), events.Select(written => written.Sequence));
        var told = events.Select(written => EventCodec.Read(Bytes.From(written.Stored))).OfType<TicketEventEntry.Added>().Where(entry => entry.TicketId == record.Id).Select(added => added.Entry);
        Assert.Equal(EntriesOf(world.Redis.Keys, record.Id), told);
    }

    private static object Said(Signal signal) => (signal.Id, signal.Kind, signal.Key, signal.DueTime, signal.Role, signal.Retracts, signal.Cause);
}
