using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Policies;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Integration.Tests.Fixtures;
using SlaPlatform.Integration.Tests.Support;

namespace SlaPlatform.Integration.Tests.Clocks.Cluster;

/// <summary>One ticket alive in two clusters that know nothing of each other, over one journal.</summary>
public sealed class ForcedSplitTests
{
    private const int Writers = 4;
    private const int Facts = 40;
    private const string LastRung = "4";
    private static readonly string[] InTurns = ["one first", "other second", "one third", "other fourth"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory(Timeout = 120_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RecordFact_OnBothSidesAtOnce_StoresEachOnceAndRaisesWhatThePureFunctionOwes(bool garnet)
    {
        var cancel = TestContext.Current.CancellationToken;
        var (atOne, atOther) = (new LoggedEvents(), new LoggedEvents());
        await using var redis = garnet ? await RedisServer.StartGarnetAsync() : await RedisServer.StartDurableAsync();
        await using var one = await ClockHost.StartAsync(redis, cancel, atOne.Join);
        await using var other = await ClockHost.StartAsync(redis, cancel, atOther.Join);
        var opened = await one.Client.OpenTicketAsync(ClockFixture.Opening("accounts/fast.seconds"), cancellationToken: Cancel);
        var requests = Enumerable.Range(0, Facts).Select(number => Request(opened.Name, number)).ToArray();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            foreach (var request in requests.Where((_, number) => number % Writers == writer))
            {
                await Task.WhenAll(Tell(one, request), Tell(other, request));
            }
        }));
        await TellInTurns(opened.Name, one, other);
        var record = await UntilLastRung(one, opened.Name["tickets/".Length..]);

        var told = (await one.Services.GetRequiredService<TicketJournal>().Read(record.Id, 0, -1)).OfType<JournalEntry.Told>().Skip(1).Select(entry => entry.Note.Actor);
        Assert.Equal(requests.Select(request => request.Fact.Actor).Concat(InTurns).Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
        Assert.True(atOne.CountOf(LoggedEvents.CameSecond) > 0);
        Assert.True(atOther.CountOf(LoggedEvents.CameSecond) > 0);
        var pure = await Replay(one, record);
        Assert.Equal(pure.Facts, record.Log.Facts);
        Assert.Equal(pure.Signals.Select(signal => signal.Id), record.Log.Signals.Select(signal => signal.Id));
        Assert.Equal(record.Log.Signals.Count, record.Log.Signals.Select(signal => signal.Id).Distinct().Count());
    }

    private static RecordFactRequest Request(string ticket, int number) => ClockFixture.Telling(ticket, number % 2 == 0
        ? new FactBody { Actor = $"writer-{number}", AgentResponded = new AgentResponded() }
        : new FactBody { Actor = $"writer-{number}", CustomerReplied = new CustomerReplied() });

    // Each side then holds a record that the other has outrun: whatever chance did before, each comes second now.
    private static async Task TellInTurns(string ticket, params ClockHost[] sides)
    {
        foreach (var (number, actor) in InTurns.Index())
        {
            await Tell(sides[number % sides.Length], ClockFixture.Telling(ticket, new FactBody { Actor = actor, AgentResponded = new AgentResponded() }));
        }
    }

    // As the contract says: repeat with the same request id.
    private static async Task Tell(ClockHost host, RecordFactRequest request)
    {
        while (true)
        {
            try
            {
                await host.Client.RecordFactAsync(request, cancellationToken: Cancel);
                return;
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.Aborted or StatusCode.Unavailable)
            {
                Cancel.ThrowIfCancellationRequested();
            }
        }
    }

    private static async Task<TicketRecord> UntilLastRung(ClockHost host, string ticket)
    {
        var journal = host.Services.GetRequiredService<TicketJournal>();
        while (true)
        {
            var record = await journal.LoadWhole(ticket);
            if (record.Log.Signals.Any(signal => signal.Kind == SignalKind.RungReached && signal.Key.Detail == LastRung))
            {
                return record;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Cancel);
        }
    }

    /// <summary>The facts told again at their record times to the engine alone, advanced to the last record.</summary>
    private static async Task<TicketLog> Replay(ClockHost host, TicketRecord record)
    {
        var book = await host.Services.GetRequiredService<PlanBooks>().Of(record.Log.Plans);
        var opening = record.Log.Facts[0];
        var log = Accepted(TicketClock.Open(record.Id, book, (SlaPlatform.Engine.Clocks.Fact.Opened)opening.Fact, opening.EffectiveTime, opening.RecordTime));
        foreach (var fact in record.Log.Facts.Skip(1))
        {
            log = Accepted(TicketClock.Record(log, book, [new NewFact(fact.Fact, fact.EffectiveTime)], fact.RecordTime));
        }

        return TicketClock.Advance(log, book, record.Log.LastRecordTime!.Value).Log;
    }

    private static TicketLog Accepted(Decision decision) => Assert.IsType<Decision.Accepted>(decision).Turn.Log;
}
