using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SlaPlatform.Clocks.Journal;
using SlaPlatform.Clocks.Journal.Encoding;
using SlaPlatform.Contracts.Clocks.V1;
using SlaPlatform.Integration.Tests.Fixtures;
using StackExchange.Redis;
using StackExchange.Redis.Profiling;

namespace SlaPlatform.Integration.Tests.Clocks;

public sealed class TicketIndexTests(ClockFixture clock) : IClassFixture<ClockFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_PagesOfOne_GivesWhatOnePageGives()
    {
        for (var i = 0; i < 12; i++)
        {
            await clock.Client.OpenTicketAsync(ClockFixture.Opening(), cancellationToken: Cancel);
        }

        var whole = await clock.Client.ListTicketsAsync(new ListTicketsRequest(), cancellationToken: Cancel);
        var single = new List<string>();
        for (var token = ""; single.Count == 0 || token.Length > 0;)
        {
            var page = await clock.Client.ListTicketsAsync(new ListTicketsRequest { PageSize = 1, PageToken = token }, cancellationToken: Cancel);
            single.AddRange(page.Tickets.Select(ticket => ticket.Name));
            token = page.NextPageToken;
        }

        Assert.Equal(12, single.Count);
        Assert.Equal(whole.Tickets.Select(ticket => ticket.Name), single);
    }

    [Fact]
    public async Task Read_Cancelled_Ends()
    {
        var index = clock.Services.GetRequiredService<TicketIndex>();

        await Assert.ThrowsAsync<OperationCanceledException>(() => index.Read(ended: true, null, JournalKeys.LastScore, _ => true, 1, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Read_BehindManyTicketsToWhichNothingIsOwed_FindsItsPlaceInFewCallsAndMissesNone()
    {
        const int Many = 20_000;
        const int Page = 200;
        await using var redis = await RedisServer.StartAsync();
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.PatientConnectionString);
        var gate = new JournalGate(connection);
        await gate.Open();
        var ids = await AddTicketsAsync(connection.GetDatabase(), Many);
        var calls = new ProfilingSession();
        connection.RegisterProfiler(() => calls);
        var (index, found, most) = (new TicketIndex(connection, gate), new List<string>(), 0);

        while (found.Count < Many)
        {
            var after = found.Count == 0 ? null : new ListPlace(JournalKeys.NoDue, found[^1]);
            found.AddRange((await index.Read(ended: false, after, JournalKeys.LastScore, _ => true, Page, Cancel)).Select(ticket => ticket.TicketId));
            most = Math.Max(most, calls.FinishProfiling().Count());
        }

        Assert.Equal(ids, found);
        Assert.InRange(most, 1, Shards.Count + 40);
    }

    private static async Task<string[]> AddTicketsAsync(IDatabase database, int count)
    {
        var shard = Shards.Of("t-0");
        string[] ids = [.. Enumerable.Range(0, int.MaxValue).Select(number => $"t-{number}").Where(id => Shards.Of(id) == shard).Take(count).Order(StringComparer.Ordinal)];
        await database.SortedSetAddAsync(JournalKeys.Open(shard), [.. ids.Select(id => new SortedSetEntry(id, JournalKeys.NoDue))]);
        await database.HashSetAsync(JournalKeys.Summary(shard), [.. ids.Select(id => new HashEntry(id, DigestCodec.Write(Digest(id))))]);
        return ids;
    }

    private static TicketDigest Digest(string id) => new()
    {
        TicketId = id,
        Account = "accounts/a",
        Plan = "policies/p/plans/p",
        Level = 1,
        Label = "P1",
        State = "Open",
        Ended = false,
        Breaches = 0,
        ReceivedTime = Instant.FromUtc(2026, 6, 1, 12, 0),
        Reference = "",
        FactCount = 1,
    };
}
