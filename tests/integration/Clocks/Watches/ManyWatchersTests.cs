using Grpc.Core;
using SlaPlatform.Clocks.Tickets;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Engine.Clocks;
using SlaPlatform.Integration.Tests.Fixtures;
using Wire = SlaPlatform.Contracts.Vocabulary.V1;

namespace SlaPlatform.Integration.Tests.Clocks.Watches;

public sealed class ManyWatchersTests
{
    private const int Watchers = 200;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task WatchTickets_TwoHundredWithFilters_EachGetsExactlyItsOwn()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        var watches = Enumerable.Range(0, Watchers).Select(number => (Filter: Filter(number), Call: host.Client.WatchTickets(new WatchTicketsRequest { Filter = Filter(number) }, cancellationToken: Cancel))).ToArray();
        await Task.WhenAll(watches.Select(watch => watch.Call.ResponseStream.MoveNext(Cancel)));

        var made = Enumerable.Range(0, 40).Select(Events).ToArray();
        await Task.WhenAll(made.Select(events => Noise.MakeAsync(host.Services, events)));
        var seen = await Task.WhenAll(watches.Select(watch => Read(watch.Call, made.SelectMany(events => events).Count(entry => Wanted(watch.Filter, entry)))));

        Assert.All(watches.Zip(seen), pair => Assert.Equal(
            made.SelectMany(events => events).Where(entry => Wanted(pair.First.Filter, entry)).Select(Name).Order(StringComparer.Ordinal),
            pair.Second.Order(StringComparer.Ordinal)));
        Assert.All(seen, names => Assert.All(names.GroupBy(name => name.Split(' ')[0]), ticket => Assert.Equal(ticket.Order(StringComparer.Ordinal), ticket)));
        Array.ForEach(watches, watch => watch.Call.Dispose());
    }

    [Fact(Timeout = 60_000)]
    public async Task WatchTickets_TwoHundredInsteadOfOne_ReadRedisNoMoreOften()
    {
        await using var redis = await RedisServer.StartDurableAsync();
        await using var host = await ClockHost.StartAsync(redis, Cancel);
        using var monitor = await CommandCount.StartAsync(redis.Port, Cancel);
        using var one = host.Client.WatchTickets(new WatchTicketsRequest(), cancellationToken: Cancel);
        await one.ResponseStream.MoveNext(Cancel);

        var alone = await Reads(host, one, monitor, "alone");
        var others = Enumerable.Range(1, Watchers - 1).Select(_ => host.Client.WatchTickets(new WatchTicketsRequest(), cancellationToken: Cancel)).ToArray();
        await Task.WhenAll(others.Select(watch => watch.ResponseStream.MoveNext(Cancel)));
        await monitor.CountAsync("joined", "");
        var reading = others.Select(watch => watch.ResponseStream.ReadAllAsync(Cancel).CountAsync(Cancel).AsTask()).ToArray();
        var among = await Reads(host, one, monitor, "among");

        Assert.InRange(alone, 1, int.MaxValue);
        Assert.InRange(among, 1, alone * 2);
        Array.ForEach(others, watch => watch.Dispose());
        await Assert.ThrowsAnyAsync<Exception>(() => Task.WhenAll(reading));
    }

    /// <summary>How often the outboxes are read while fifty events come one by one.</summary>
    private static async Task<int> Reads(ClockHost host, AsyncServerStreamingCall<TicketEvent> watch, CommandCount monitor, string name)
    {
        for (var number = 1; number <= 50; number++)
        {
            await Noise.MakeAsync(host.Services, [Noise.Moved(name, number)]);
            await watch.ResponseStream.ReadAllAsync(Cancel).FirstAsync(entry => entry.Ticket == $"tickets/{name}", Cancel);
        }

        return await monitor.CountAsync(name, ":outbox\"");
    }

    /// <summary>Reads as many events as are expected, and then until nothing came for a while.</summary>
    private static async Task<List<string>> Read(AsyncServerStreamingCall<TicketEvent> watch, int expected)
    {
        var names = new List<string>();
        while (await watch.ResponseStream.MoveNext(Cancel) && (names.Count < expected || watch.ResponseStream.Current.Heartbeat is null))
        {
            if (watch.ResponseStream.Current is { Heartbeat: null } entry)
            {
                names.Add($"{entry.Ticket} {entry.Signal?.Detail.OccurrenceFact ?? entry.DueChanged.OccurrenceFact:000}");
            }
        }

        return names;
    }

    private static WatchFilter Filter(int number) => (number % 4) switch
    {
        0 => new WatchFilter { Account = $"accounts/{number % 10}" },
        1 => new WatchFilter { Levels = { (number / 4 % 4) + 1 } },
        2 => new WatchFilter { SignalKinds = { number % 8 < 4 ? Wire.SignalKind.Warned : Wire.SignalKind.Breached } },
        _ => new WatchFilter { Account = $"accounts/{number % 10}", Levels = { 1, 3 }, SignalKinds = { Wire.SignalKind.Breached } },
    };

    private static bool Wanted(WatchFilter filter, TicketEventEntry entry) =>
        (filter.Account.Length == 0 || filter.Account == entry.Account)
        && (filter.Levels.Count == 0 || filter.Levels.Contains(entry.Level))
        && (filter.SignalKinds.Count == 0 || (entry is TicketEventEntry.Added { Entry: JournalEntry.Raised raised } && filter.SignalKinds.Any(kind => kind.ToString() == raised.Signal.Kind.ToString())));

    private static TicketEventEntry[] Events(int ticket) => [.. Enumerable.Range(1, 12).Select(number => (number % 3) switch
    {
        0 => Noise.Moved($"noise-{ticket}", number, $"accounts/{ticket % 10}", (ticket % 4) + 1),
        1 => Noise.Raised($"noise-{ticket}", number, $"accounts/{ticket % 10}", (ticket % 4) + 1, SignalKind.Warned),
        _ => Noise.Raised($"noise-{ticket}", number, $"accounts/{ticket % 10}", (ticket % 4) + 1, SignalKind.Breached),
    })];

    private static string Name(TicketEventEntry entry) => entry switch
    {
        TicketEventEntry.DueMoved moved => $"tickets/{entry.TicketId} {moved.Milestone.Occurrence:000}",
        TicketEventEntry.Added { Entry: JournalEntry.Raised raised } => $"tickets/{entry.TicketId} {raised.Signal.Key.Occurrence:000}",
        _ => throw new InvalidOperationException($"{entry} is no noise."),
    };
}
