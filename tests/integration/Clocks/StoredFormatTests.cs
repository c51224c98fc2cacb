using System.Text;
using NodaTime;
using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Clocks;

/// <summary>
/// The bytes that every version ever landed wrote, in <c>Stored</c>, one record in a line. They are never changed: what reads them must stay. A new version, or a
/// new optional field, adds a file.
/// </summary>
public sealed class StoredFormatTests
{
    [Theory]
    [InlineData("v1-records.jsonl", 23)]
    [InlineData("v1-imported-records.jsonl", 1)]
    public void Read_JournalRecords_KeepsAllThatWasWritten(string file, int count) =>
        Check(file, count, line => EntryCodec.Write(EntryCodec.Read(line)));

    [Theory]
    [InlineData("v1-digests.jsonl", 2)]
    [InlineData("v1-ended-digests.jsonl", 1)]
    [InlineData("v1-digests-with-dues.jsonl", 1)]
    public void Read_Digests_KeepsAllThatWasWritten(string file, int count) =>
        Check(file, count, line => DigestCodec.Write(DigestCodec.Read(line)));

    [Theory]
    [InlineData("v1-events.jsonl", 4)]
    public void Read_Events_KeepsAllThatWasWritten(string file, int count) =>
        Check(file, count, line => EventCodec.Write(EventCodec.Read(line)));

    [Theory]
    [InlineData("v1-snapshots.jsonl", 3)]
    public void Read_Snapshots_KeepsAllThatWasWritten(string file, int count) =>
        Check(file, count, line => SnapshotCodec.Write(SnapshotCodec.Read(line)!));

    [Theory]
    [InlineData("agent_responded")]
    [InlineData("waiting_on_customer")]
    [InlineData("resolved")]
    public void Read_OfAWrittenSnapshot_GoesOnAsTheCheckpointItself(string next)
    {
        var (record, book) = StoredTickets.Long();
        var snapshot = record.At(TicketClock.Checkpoint(record.Log, book)!).Snapshot!;
        var fact = next switch { "agent_responded" => new Fact.AgentResponded(), "resolved" => (Fact)new Fact.Resolved(), _ => new Fact.WaitingOnCustomer("logs") };
        var now = record.Log.LastRecordTime!.Value + Duration.FromMinutes(7);

        var read = TicketLog.From(record.Id, SnapshotCodec.Read(SnapshotCodec.Write(snapshot))!.Checkpoint);

        var expected = Assert.IsType<Decision.Accepted>(TicketClock.Record(record.Log, book, [new NewFact(fact, null)], now)).Turn;
        var turn = Assert.IsType<Decision.Accepted>(TicketClock.Record(read, book, [new NewFact(fact, null)], now)).Turn;
        Assert.Equal((expected.Signals.Length, expected.NextWake), (turn.Signals.Length, turn.NextWake));
        Assert.Equal(expected.Signals, turn.Signals);
        Assert.Equal(TicketClock.View(expected.Log, book, now).Current, TicketClock.View(turn.Log, book, now).Current);
    }

    private static void Check(string file, int count, Func<byte[], byte[]> rewrite)
    {
        var lines = File.ReadAllLines(Repository.PathOf($"tests/integration/Clocks/Stored/{file}"));

        Assert.Equal(count, lines.Length);
        Assert.All(lines, line => Assert.Equal(line, Encoding.UTF8.GetString(rewrite(Encoding.UTF8.GetBytes(line)))));
    }
}
