using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.VirtualTime.Store;

namespace SlaPlatform.VirtualTime.Lives;

/// <summary>What must hold of a ticket's other keys when nothing moves: each says what the journal says.</summary>
internal static class KeysAtRest
{
    public static void Check(World world, TicketRecord record, JournalEntry[] entries)
    {
        CheckRequests(world, record.Id, entries);
        CheckOutbox(world, Shards.Of(record.Id));
        CheckSnapshot(world, record, entries);
    }

    /// <summary>Each request is remembered with a journal that holds what it told.</summary>
    private static void CheckRequests(World world, string ticket, JournalEntry[] entries)
    {
        foreach (var (place, entry) in entries.Index())
        {
            if (entry is JournalEntry.Told told)
            {
                var mark = world.Redis.Keys.Get(JournalKeys.Request(ticket, told.Note.Actor)!);
                Assert.InRange(int.Parse(mark?[(mark.IndexOf('|') + 1)..] ?? "0", System.Globalization.CultureInfo.InvariantCulture), place + 1, entries.Length);
            }
        }
    }

    /// <summary>What is kept for watchers are the newest events, as they were written.</summary>
    private static void CheckOutbox(World world, int shard)
    {
        Assert.False(world.Redis.IsCut(shard), "What a crash left half done was finished.");
        OutboxEvent[] written = [.. world.Redis.Events.All.Where(entry => entry.Shard == shard)];
        var kept = world.Redis.Keys.Sorted(JournalKeys.Outbox(shard)!).All.Select(entry => (entry.Score, entry.Member));
        var gone = world.Redis.Era == 0 ? world.Redis.Events.LastGone.GetValueOrDefault(shard) : written.Length - kept.Count();
        Assert.Equal(written.Where(entry => entry.Sequence > gone).Select(entry => ((double)entry.Sequence, $"{entry.Sequence}:{entry.Stored}")), kept);
    }

    /// <summary>What a ticket's snapshot comes to with the journal after it is what the whole journal comes to.</summary>
    private static void CheckSnapshot(World world, TicketRecord record, JournalEntry[] entries)
    {
        if (world.Redis.Keys.Get(JournalKeys.Snapshot(record.Id)!) is not { } stored)
        {
            return;
        }

        var snapshot = SnapshotCodec.Read(Bytes.From(stored))!;
        Assert.InRange(snapshot.Position, 2, entries.Length);
        var since = entries[snapshot.Position..];
        if (since.OfType<JournalEntry.Told>().All(told => snapshot.Checkpoint.Continues(told.Fact)))
        {
            var loaded = TicketRecord.Of(record.Id, since, snapshot);
            Assert.Equal((record.Length, record.Intake), (loaded.Length, loaded.Intake));
            Assert.Equal(TicketClock.NextWake(record.Log, world.Book), TicketClock.NextWake(loaded.Log, world.Book));
            var (whole, view) = (TicketClock.View(record.Log, world.Book, world.Now), TicketClock.View(loaded.Log, world.Book, world.Now));
            Assert.Equal((whole.State, whole.RulingLevel, whole.RungsReached), (view.State, view.RulingLevel, view.RungsReached));
            Assert.Subset(whole.Milestones.ToHashSet(), view.Milestones.ToHashSet());
            Assert.Empty(TicketClock.Advance(loaded.Log, world.Book, world.Now).Signals);
        }
    }
}
