using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Orleans.Serialization;
using SlaPlatform.Clocks.Grains;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Engine.Clocks;

namespace SlaPlatform.Integration.Tests.Clocks.Cluster;

/// <summary>Commands and replies as they travel between silos.</summary>
public sealed class GrainSerializationTests : IDisposable
{
    private static readonly RequestMark Mark = new("8a9c0c9e-5f0c-4b3e-9a3a-0a6c9b7d1e2f", "digest");
    private static readonly Instant Time = Instant.FromUtc(2026, 6, 1, 10, 0) + Duration.FromNanoseconds(1);

    private readonly ServiceProvider services = new ServiceCollection().AddSerializer(builder => builder.AddAssembly(typeof(ITicketGrain).Assembly)).BuildServiceProvider();

    [Fact]
    public void RoundTrip_OfAMark_GivesItBack() => Assert.Equal(Mark, Copy(Mark));

    [Fact]
    public void RoundTrip_OfAnOpening_GivesItBack()
    {
        var copy = Copy(new OpenCommand([1, 2, 3], "2026-06-01T10:00:00Z", Mark));

        Assert.Equal([1, 2, 3], copy.Opening);
        Assert.Equal(("2026-06-01T10:00:00Z", Mark), (copy.ReceivedTime, copy.Request));
    }

    [Fact]
    public void RoundTrip_OfAFact_GivesItBack()
    {
        var copy = Copy(new TellCommand([4, 5], null, "7", Mark));

        Assert.Equal([4, 5], copy.Fact);
        Assert.Equal((null, "7", Mark), (copy.EffectiveTime, copy.Etag, copy.Request));
    }

    [Fact]
    public void RoundTrip_OfAWakeReply_GivesItBack()
    {
        Assert.Equal(new WakeReply(true, 1_780_000_000_000, "2026a 7"), Copy(new WakeReply(true, 1_780_000_000_000, "2026a 7")));
        Assert.Equal(new WakeReply(false, null, "2026a 7"), Copy(new WakeReply(false, null, "2026a 7")));
    }

    [Fact]
    public void RoundTrip_OfARefusal_GivesItBack()
    {
        var copy = Copy(TicketReply.Refused([new Refusal(RefusalKind.IllegalNow, "fact", "It is closed.")]));

        Assert.Equal(TicketOutcome.Refused, copy.Outcome);
        Assert.Equal([new RefusalReply(RefusalKind.IllegalNow, "fact", "It is closed.")], copy.Refusals);
        Assert.Null(copy.Ticket);
    }

    [Fact]
    public void RoundTrip_OfATicket_GivesItsWholeRecordBack()
    {
        var record = TicketRecord.Of("t-1", [
            new JournalEntry.Told(new RecordedFact(1, Time, Time, new Fact.AgentResponded()), new FactNote { Actor = "ana" }),
            new JournalEntry.Told(new RecordedFact(2, Time, Time + Duration.FromSeconds(1), new Fact.Resolved()), new FactNote { Reason = "done" }),
        ]);

        var copy = Copy(TicketReply.Of(record, TicketOutcome.Repeat));

        Assert.Equal(TicketOutcome.Repeat, copy.Outcome);
        Assert.Equal("t-1", copy.Ticket!.Record.Id);
        Assert.Equal(record.Entries, copy.Ticket.Record.Entries);
        Assert.Equal(record.Log.Facts, copy.Ticket.Record.Log.Facts);
    }

    public void Dispose() => services.Dispose();

    private T Copy<T>(T value)
    {
        var serializer = services.GetRequiredService<Serializer>();
        var bytes = serializer.SerializeToArray<object>(value!);
        Assert.DoesNotContain("SlaPlatform", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        return Assert.IsType<T>(serializer.Deserialize<object>(bytes));
    }
}
